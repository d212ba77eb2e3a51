package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/** {@code completion}: what a shell needs to complete command lines. */
@CommandLine.Command(
    name = "completion",
    sortOptions = false,
    description = "Print a completion script for bash, zsh or fish.",
    exitCodeListHeading = ExitStatus.HEADING,
    exitCodeList = {"0:The script was printed.", ExitStatus.USAGE_MEANS},
    footerHeading = "%nNotes%n",
    footer = {
      "Examples:",
      "  gfpaudit completion bash > ~/.local/share/bash-completion/completions/gfpaudit",
      "  gfpaudit completion fish > ~/.config/fish/completions/gfpaudit.fish"
    })
final class CompletionCommand implements Command {
  @Parameters(
      paramLabel = "SHELL",
      completionCandidates = Candidates.Shells.class,
      description = "The shell: bash, zsh or fish.")
  String shell;

  @Mixin CommonOptions common;

  @Override
  public int run(Console console, Engine engine) throws UsageException, IOException {
    common.style(console);
    CommandSpec commands = new CommandLine(new CommandTree()).getCommandSpec();
    String script = new Choice<>("SHELL", scripts()).of(shell).apply(commands);
    console.print(out -> out.write(script));
    return ExitStatus.CLEAN;
  }

  /** What writes the script, by the name of the shell. */
  static Map<String, Function<CommandSpec, String>> scripts() {
    Map<String, Function<CommandSpec, String>> scripts = new LinkedHashMap<>();
    scripts.put("bash", BashCompletion::of);
    scripts.put("zsh", ZshCompletion::of);
    scripts.put("fish", FishCompletion::of);
    return scripts;
  }
}
