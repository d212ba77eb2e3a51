package org.gfpaudit.analyzer.cli;

import picocli.CommandLine;

/**
 * All commands in one tree, for what is made of all of them: manual pages, completions and the
 * tables of MANUAL.md. The program itself builds only the command it runs.
 */
@CommandLine.Command(
    name = "gfpaudit",
    abbreviateSynopsis = true,
    description = "Find page-cache memory allocated with a hardcoded GFP mask in Linux kernel C.",
    subcommands = {
      BaselineCommand.class,
      CheckCommand.class,
      CompletionCommand.class,
      DiffCommand.class,
      ExplainCommand.class,
      GraphCommand.class,
      HistoryCommand.class,
      LspCommand.class,
      PatchCommand.class,
      RulesCommand.class,
      SitesCommand.class,
      StatsCommand.class
    },
    exitCodeListHeading = ExitStatus.HEADING,
    exitCodeList = {
      "0:No new finding is at or above the level of --fail-on.",
      "1:There are such findings.",
      ExitStatus.USAGE_MEANS,
      ExitStatus.INCOMPLETE_MEANS
    })
final class CommandTree implements Runnable {
  @CommandLine.Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print the version and the build.")
  boolean isVersion;

  @CommandLine.Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Print this help; after a command, the help of that one.")
  boolean isHelp;

  @Override
  public void run() {
    throw new IllegalStateException("commands are run by Main");
  }
}
