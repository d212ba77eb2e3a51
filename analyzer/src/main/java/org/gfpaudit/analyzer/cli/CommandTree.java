package org.gfpaudit.analyzer.cli;

import picocli.CommandLine;

/**
 * All commands in one tree, for what is made of all of them: manual pages and completions. The
 * program itself builds only the command it runs.
 */
@CommandLine.Command(
    name = "gfpaudit",
    abbreviateSynopsis = true,
    description = "Finds page-cache memory allocated with a hardcoded GFP mask in Linux kernel C.",
    subcommands = {
      BaselineCommand.class,
      CheckCommand.class,
      CompletionCommand.class,
      DiffCommand.class,
      ExplainCommand.class,
      GraphCommand.class,
      HistoryCommand.class,
      PatchCommand.class,
      RulesCommand.class,
      SitesCommand.class,
      StatsCommand.class
    },
    footerHeading = "%nNotes%n",
    footer = {
      "Exit status: 0 nothing at or above --fail-on, 1 findings, 2 usage,",
      "3 the audit is incomplete or failed."
    })
final class CommandTree implements Runnable {
  @CommandLine.Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print the version.")
  boolean isVersion;

  @CommandLine.Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help; after a command, that command's.")
  boolean isHelp;

  @Override
  public void run() {
    throw new IllegalStateException("commands are run by Main");
  }
}
