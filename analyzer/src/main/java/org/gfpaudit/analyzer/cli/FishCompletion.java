package org.gfpaudit.analyzer.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gfpaudit.analyzer.cli.CompletedCommand.Choosable;
import picocli.CommandLine.Model.CommandSpec;

/** Completions for fish: a line for each command, option and argument. */
final class FishCompletion {
  private static final String LINE = "complete -c gfpaudit -n ";
  private static final String NO_COMMAND = "__fish_use_subcommand";

  private FishCompletion() {}

  /** The script for all commands. */
  static String of(CommandSpec commands) {
    List<CompletedCommand> all = CompletedCommand.all(commands);
    List<String> first = new ArrayList<>();
    CompletedCommand.optionsOf(commands)
        .forEach(option -> first.add(LINE + NO_COMMAND + option(option)));
    all.forEach(
        command ->
            first.add(
                LINE
                    + NO_COMMAND
                    + " -a "
                    + command.name()
                    + " -d "
                    + quoted(command.description())));
    List<String> rest = new ArrayList<>();
    for (CompletedCommand command : all) {
      String isCommand = "__gfpaudit_command " + command.name();
      command.options().forEach(option -> rest.add(LINE + quoted(isCommand) + option(option)));
      for (int i = 0; i < command.arguments().size(); i++) {
        boolean isLast = i == command.arguments().size() - 1;
        String valued =
            command.options().stream()
                .filter(Choosable::takesValue)
                .flatMap(option -> option.names().stream())
                .collect(Collectors.joining(" "));
        String isThere =
            isCommand
                + "; and __gfpaudit_argument "
                + i
                + (command.repeats() && isLast ? " more " : " only ")
                + valued;
        Values values = command.arguments().get(i);
        if (values.kind() != Values.Kind.ANYTHING) {
          rest.add(LINE + quoted(isThere) + answer(values));
        }
      }
    }
    Map<String, List<String>> gaps = new LinkedHashMap<>();
    gaps.put("COMMANDS", first);
    gaps.put("OPTIONS", rest);
    return CompletionTemplate.filled("fish", gaps);
  }

  private static String option(Choosable option) {
    StringBuilder line = new StringBuilder();
    for (String spelling : option.names()) {
      boolean isLong = spelling.startsWith("--");
      line.append(isLong ? " -l " : " -s ").append(spelling.substring(isLong ? 2 : 1));
    }
    if (option.takesValue()) {
      line.append(" -r").append(answer(option.values()));
    }
    return line.append(" -d ").append(quoted(option.description())).toString();
  }

  private static String answer(Values values) {
    String words = String.join(" ", values.words());
    return switch (values.kind()) {
      case WORDS -> " -f -a " + quoted(words);
      case LIST -> " -f -a " + quoted("(__gfpaudit_list " + words + ")");
      case FILES -> " -F -a '(__gfpaudit_paths)'";
      case DIRECTORIES -> " -f -a '(__fish_complete_directories)'";
      case REVISIONS -> " -f -a '(__gfpaudit_revisions)'";
      case FILES_AND_REVISIONS -> " -F -a '(__gfpaudit_revisions)'";
      case ARCHES -> " -f -a '(__gfpaudit_arches)'";
      case ANYTHING -> " -f";
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
