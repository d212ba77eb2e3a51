package org.gfpaudit.analyzer.cli;

import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Keeps {@code --rev} out of the help of commands that take their revisions in another way. If
 * somebody uses it all the same, a message says how the command takes them.
 */
final class HiddenRevision implements IModelTransformer {
  @Override
  public CommandSpec transform(CommandSpec spec) {
    OptionSpec option = spec.findOption("--rev");
    return spec.remove(option).addOption(option.toBuilder().hidden(true).build());
  }
}
