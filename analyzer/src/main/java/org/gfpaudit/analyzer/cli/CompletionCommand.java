package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
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
  private static final String NAME = "gfpaudit";

  @Parameters(paramLabel = "SHELL", description = "The shell: bash, zsh or fish.")
  String shell;

  @Mixin CommonOptions common;

  @Override
  public int run(Console console, Engine engine) throws UsageException, IOException {
    common.style(console);
    Map<String, Function<CommandLine, String>> scripts = new LinkedHashMap<>();
    scripts.put("bash", commands -> AutoComplete.bash(NAME, commands));
    scripts.put("zsh", CompletionCommand::zsh);
    scripts.put("fish", commands -> FishCompletion.of(NAME, commands.getCommandSpec()));
    String script =
        new Choice<>("SHELL", scripts).of(shell).apply(new CommandLine(new CommandTree()));
    console.print(out -> out.write(script));
    return ExitStatus.CLEAN;
  }

  /** Zsh runs bash's completions once it is told to, when it loads the file for the command. */
  private static String zsh(CommandLine commands) {
    return "#compdef "
        + NAME
        + "\nautoload -U +X bashcompinit && bashcompinit\n"
        + AutoComplete.bash(NAME, commands)
        + "\n_bash_complete -o default -F _complete_"
        + NAME
        + " "
        + NAME
        + "\n";
  }
}
