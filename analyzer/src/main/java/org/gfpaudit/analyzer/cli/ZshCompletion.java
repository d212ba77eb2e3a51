package org.gfpaudit.analyzer.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gfpaudit.analyzer.cli.CompletedCommand.Choosable;
import picocli.CommandLine.Model.CommandSpec;

/** Completions for zsh, in its own form and not by way of those for bash. */
final class ZshCompletion {
  private ZshCompletion() {}

  /** The script for all commands. */
  static String of(CommandSpec commands) {
    List<CompletedCommand> all = CompletedCommand.all(commands);
    List<String> branches = new ArrayList<>();
    for (CompletedCommand command : all) {
      branches.add("        " + command.name() + ")");
      List<String> words = new ArrayList<>();
      command.options().forEach(option -> words.addAll(option(option)));
      for (int i = 0; i < command.arguments().size(); i++) {
        boolean isLast = i == command.arguments().size() - 1;
        String place = command.repeats() && isLast ? "*" : String.valueOf(i + 1);
        words.add(quoted(place + ":argument:" + action(command.arguments().get(i))));
      }
      branches.add(
          "          _arguments -s \\\n            " + String.join(" \\\n            ", words));
      branches.add("          ;;");
    }
    Map<String, List<String>> gaps = new LinkedHashMap<>();
    gaps.put(
        "COMMANDS",
        all.stream()
            .map(command -> "    " + quoted(command.name() + ":" + command.description()))
            .toList());
    gaps.put(
        "PROGRAM",
        CompletedCommand.optionsOf(commands).stream()
            .flatMap(option -> option(option).stream())
            .map(word -> "    " + word + " \\")
            .toList());
    gaps.put("OPTIONS", branches);
    return CompletionTemplate.filled("zsh", gaps);
  }

  /** One word for each spelling: {@code '*--output=[text]:FILE:_files'}. */
  private static List<String> option(Choosable option) {
    String description = "[" + option.description().replaceAll("([\\[\\]:])", "\\\\$1") + "]";
    return option.names().stream()
        .map(
            name -> {
              if (!option.takesValue()) {
                return quoted("*" + name + description);
              }
              String value =
                  ":" + option.label().replace(":", "\\:") + ":" + action(option.values());
              String join = option.isAttached() ? "+" : name.startsWith("--") ? "=" : "";
              return quoted("*" + name + join + description + value);
            })
        .toList();
  }

  private static String action(Values values) {
    String words = String.join(" ", values.words());
    return switch (values.kind()) {
      case WORDS -> "(" + words + ")";
      case LIST -> "{ _gfpaudit_list " + words + " }";
      case FILES -> "_gfpaudit_paths";
      case DIRECTORIES -> "_files -/";
      case REVISIONS -> "_gfpaudit_revisions";
      case FILES_AND_REVISIONS -> "_gfpaudit_files_and_revisions";
      case ARCHES -> "_gfpaudit_arches";
      case ANYTHING -> "";
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
