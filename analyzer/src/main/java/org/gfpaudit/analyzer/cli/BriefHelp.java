package org.gfpaudit.analyzer.cli;

import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The help of a command on one screen: of each description only its first line, which is a sentence
 * of its own. The manual pages and MANUAL.md, made from the same descriptions, have all of it.
 */
final class BriefHelp extends Help {
  BriefHelp(CommandSpec command, ColorScheme colors) {
    super(command, colors);
  }

  /** The line of a command's, an option's or an argument's description that stands for all. */
  static String brief(String[] description) {
    return description.length == 0 ? "" : description[0];
  }

  private static String[] briefly(ArgSpec argument) {
    return new String[] {brief(argument.description())};
  }

  @Override
  public String description(Object... params) {
    return brief(commandSpec().usageMessage().description()) + System.lineSeparator();
  }

  @Override
  public IOptionRenderer createDefaultOptionRenderer() {
    IOptionRenderer whole = super.createDefaultOptionRenderer();
    return (option, labels, colors) ->
        whole.render(
            OptionSpec.builder(option).description(briefly(option)).build(), labels, colors);
  }

  @Override
  public IParameterRenderer createDefaultParameterRenderer() {
    IParameterRenderer whole = super.createDefaultParameterRenderer();
    return (parameter, labels, colors) ->
        whole.render(
            PositionalParamSpec.builder(parameter).description(briefly(parameter)).build(),
            labels,
            colors);
  }
}
