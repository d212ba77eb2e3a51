package org.gfpaudit.analyzer.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gfpaudit.analyzer.cli.CompletedCommand.Choosable;
import picocli.CommandLine.Model.CommandSpec;

/** Completions for bash, with and without the package bash-completion. */
final class BashCompletion {
  private BashCompletion() {}

  /** The script for all commands. */
  static String of(CommandSpec commands) {
    List<String> options = new ArrayList<>();
    List<String> values = new ArrayList<>();
    List<String> switches = new ArrayList<>();
    List<String> arguments = new ArrayList<>();
    List<CompletedCommand> all = CompletedCommand.all(commands);
    for (CompletedCommand command : all) {
      options.add(options(command));
      for (Choosable option : command.options()) {
        if (option.isAttached()) {
          String name = option.names().get(0);
          switches.add("\t\t" + command.name() + ") " + answer(option.values(), name) + " ;;");
        }
        if (option.takesValue()) {
          String pattern =
              option.names().stream()
                  .map(name -> command.name() + ":" + name)
                  .collect(Collectors.joining(" | "));
          values.add(branch(pattern, option.values()));
        }
      }
      for (int i = 0; i < command.arguments().size(); i++) {
        boolean isLast = i == command.arguments().size() - 1;
        String place = command.repeats() && isLast ? "*" : String.valueOf(i);
        arguments.add(branch(command.name() + ":" + place, command.arguments().get(i)));
      }
    }
    Map<String, List<String>> gaps = new LinkedHashMap<>();
    gaps.put(
        "COMMANDS",
        List.of(
            Stream.concat(
                    all.stream().map(CompletedCommand::name),
                    CompletedCommand.optionsOf(commands).stream()
                        .flatMap(option -> option.names().stream()))
                .collect(Collectors.joining(" "))));
    gaps.put("OPTIONS", options);
    gaps.put("VALUES", values);
    gaps.put("SWITCHES", switches);
    gaps.put("ARGUMENTS", arguments);
    return CompletionTemplate.filled("bash", gaps);
  }

  private static String options(CompletedCommand command) {
    String names =
        command.options().stream()
            .flatMap(option -> option.names().stream())
            .collect(Collectors.joining(" "));
    String valued =
        command.options().stream()
            .filter(Choosable::takesValue)
            .flatMap(option -> option.names().stream())
            .collect(Collectors.joining(" "));
    String attached =
        command.options().stream()
            .filter(Choosable::isAttached)
            .flatMap(option -> option.names().stream())
            .findFirst()
            .map(name -> " switch=" + name)
            .orElse("");
    return "\t"
        + command.name()
        + ") options='"
        + names
        + "' valued='"
        + valued
        + "'"
        + attached
        + " ;;";
  }

  private static String branch(String pattern, Values values) {
    return "\t" + pattern + ") " + answer(values, "") + "; return ;;";
  }

  private static String answer(Values values, String prefix) {
    String words = String.join(" ", values.words());
    return switch (values.kind()) {
      case WORDS -> "_gfpaudit_words '" + prefix + "' " + words;
      case LIST -> "_gfpaudit_list " + words;
      case FILES -> "_gfpaudit_paths -f";
      case DIRECTORIES -> "_gfpaudit_paths -d";
      case REVISIONS -> "_gfpaudit_revisions";
      case FILES_AND_REVISIONS -> "_gfpaudit_paths -f; _gfpaudit_revisions";
      case ARCHES -> "_gfpaudit_arches";
      case ANYTHING -> ":";
    };
  }
}
