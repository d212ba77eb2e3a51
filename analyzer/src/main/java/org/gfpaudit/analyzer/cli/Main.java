package org.gfpaudit.analyzer.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program: picks the command, runs it, turns failures into messages and statuses. */
public final class Main {
  private static final String USAGE =
      """
      Usage: gfpaudit COMMAND [OPTION...] [ARGUMENT...]
      Find page-cache memory allocated with a hardcoded GFP mask in Linux kernel C.

      Commands:
        check [PATH...]       Report the calls whose mask ignores the mapping.
        sites [PATH...]       List every site and origin with its verdict.
        explain TARGET        Show a finding, a line or a function in full.
        patch [TARGET...]     Write patches for findings, each proven by an audit.
        graph TARGET          Draw the calls around a function or a finding.
        diff OLD NEW          Compare two trees, revisions or files of results.
        history RANGE         Say when findings came and went, and by whom.
        baseline write FILE   Remember the findings of now for 'check --baseline'.
        rules [RULE]          List the rules, or show one in full.
        stats [PATH...]       Show what a run costs, or what the grammar reads.
        lsp                   Serve an editor by the language server protocol.
        completion SHELL      Print a completion script for bash, zsh or fish.

        -V, --version         Print the version and the build.
        -h, --help            Print this help; after a command, the help of that one.

      A TARGET is an id or its beginning, FILE:LINE, FUNCTION, FILE:FUNCTION or FILE.

      Options of every command:
            --color=WHEN      Use colours: auto (default), always or never.
            --debug           Show the stack trace of an internal error.

      Environment:
        GFPAUDIT_CACHE         The directory of the index, not ~/.cache/gfpaudit.
        GFPAUDIT_JAVA_OPTIONS  More options for Java: -Xmx4g. JAVA_HOME: which Java.
        NO_COLOR               No colours, if set. COLUMNS: the width of help.

      Exit status:
        0  No new finding is at or above the level of --fail-on.
        1  There are such findings.
        2  The command line does not make sense; the message says what to do.
        3  The audit is incomplete or failed.

      Examples:
        gfpaudit check --tree ~/linux
        gfpaudit sites ~/linux/fs --format csv --output sites.csv
      """;

  // Only the command that runs is built: picocli reads each one it is given by reflection.
  private static final Map<String, Supplier<Command>> COMMANDS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("baseline", BaselineCommand::new),
              Map.entry("check", CheckCommand::new),
              Map.entry("completion", CompletionCommand::new),
              Map.entry("diff", DiffCommand::new),
              Map.entry("explain", ExplainCommand::new),
              Map.entry("graph", GraphCommand::new),
              Map.entry("history", HistoryCommand::new),
              Map.entry("lsp", LspCommand::new),
              Map.entry("patch", PatchCommand::new),
              Map.entry("rules", RulesCommand::new),
              Map.entry("sites", SitesCommand::new),
              Map.entry("stats", StatsCommand::new)));

  /**
   * The option that turns the status of an audit that could not be run into the one by which {@code
   * git bisect run} skips a commit.
   */
  static final String BISECT = "--bisect";

  private final Console console;
  private final Engine engine;

  /** A program that writes to the given streams, which it flushes and never closes. */
  public Main(OutputStream out, OutputStream err, Surroundings surroundings) {
    this(out, err, surroundings, Engine.DRIVER);
  }

  Main(OutputStream out, OutputStream err, Surroundings surroundings, Engine engine) {
    this.console = new Console(out, err, surroundings);
    this.engine = engine;
  }

  public static void main(String[] args) {
    ShortRun.of(args).ifPresent(System::exit);
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    OutputStream err = new FileOutputStream(FileDescriptor.err);
    System.exit(new Main(out, err, Surroundings.ofProcess()).run(args));
  }

  /** Runs one command line and returns the process's exit status. */
  public int run(String... args) {
    int status = runPlain(args);
    boolean isBisected = List.of(args).contains(BISECT);
    return isBisected && status > ExitStatus.FINDINGS ? ExitStatus.SKIPPED : status;
  }

  private int runPlain(String... args) {
    boolean isDebug = List.of(args).contains("--debug");
    try {
      return dispatch(args);
    } catch (UsageException e) {
      console.say(String.valueOf(e.getMessage()));
      return ExitStatus.USAGE;
    } catch (IOException e) {
      console.say(Failures.phrase(e));
      showTrace(e, isDebug);
      return ExitStatus.INCOMPLETE;
    } catch (UncheckedIOException e) {
      console.say(Failures.phrase(Objects.requireNonNull(e.getCause())));
      showTrace(e, isDebug);
      return ExitStatus.INCOMPLETE;
    } catch (OutOfMemoryError e) {
      console.say("out of memory: give java more, such as java -Xmx4g -jar gfpaudit.jar");
      showTrace(e, isDebug);
      return ExitStatus.INCOMPLETE;
    } catch (RuntimeException | Error e) {
      console.say(
          "internal error: " + e + (isDebug ? "" : "; --debug shows where, please report it"));
      showTrace(e, isDebug);
      return ExitStatus.INCOMPLETE;
    } finally {
      console.closeRecall();
    }
  }

  private int dispatch(String[] args) throws UsageException, IOException {
    if (args.length == 0) {
      console.sayLines(USAGE);
      return ExitStatus.USAGE;
    }
    switch (args[0]) {
      case "-h", "--help", "help" -> {
        if (args.length > 1 && COMMANDS.containsKey(args[1])) {
          return run(args[1], new String[] {"--help"});
        }
        console.print(out -> out.write(USAGE));
        return ExitStatus.CLEAN;
      }
      case "-V", "--version" -> {
        console.print(out -> out.write("gfpaudit " + Version.withBuild() + "\n"));
        return ExitStatus.CLEAN;
      }
      default -> {
        return run(args[0], Arrays.copyOfRange(args, 1, args.length));
      }
    }
  }

  private int run(String name, String[] args) throws UsageException, IOException {
    Supplier<Command> maker = COMMANDS.get(name);
    if (maker == null) {
      String kind = name.startsWith("-") ? "the first word must be a command" : "no such command";
      throw new UsageException(
          kind
              + ": '"
              + name
              + "'"
              + Suggestion.question(name, COMMANDS.keySet())
              + " Commands: "
              + String.join(", ", COMMANDS.keySet()));
    }
    Command command = maker.get();
    CommandLine line = new CommandLine(command);
    line.setCommandName("gfpaudit " + name);
    line.setOverwrittenOptionsAllowed(true);
    line.setExpandAtFiles(false);
    line.getCommandSpec()
        .usageMessage()
        .abbreviateSynopsis(true)
        .exitCodeListHeading("%nExit status:%n")
        .footerHeading("%n");
    line.setUsageHelpWidth(console.surroundings().columns());
    line.setHelpFactory(BriefHelp::new);
    try {
      line.parseArgs(args);
    } catch (ParameterException e) {
      throw new UsageException(message(e, name));
    }
    if (line.isUsageHelpRequested()) {
      // The help of the program has these for all commands, so that this one fits on a screen.
      CommandLine.Model.CommandSpec shown = line.getCommandSpec();
      CommonOptions.SAID_ONCE.forEach(once -> shown.remove(shown.findOption(once)));
      console.print(out -> out.write(line.getUsageMessage(Ansi.OFF)));
      return ExitStatus.CLEAN;
    }
    return command.run(console, engine);
  }

  private static String message(ParameterException e, String name) {
    String message = e.getMessage();
    if (e instanceof UnmatchedArgumentException unmatched) {
      String first = unmatched.getUnmatched().get(0);
      boolean isOption = unmatched.isUnknownOption();
      List<String> options =
          e.getCommandLine().getCommandSpec().options().stream()
              .map(CommandLine.Model.OptionSpec::longestName)
              .toList();
      message =
          isOption
              ? "unknown option '" + first + "'" + Suggestion.question(first, options)
              : "one argument too many: '" + first + "'.";
    } else {
      message += ".";
    }
    return message + " See: gfpaudit " + name + " --help";
  }

  private void showTrace(Throwable failure, boolean isDebug) {
    if (isDebug) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      console.sayLines(trace.toString());
    }
  }
}
