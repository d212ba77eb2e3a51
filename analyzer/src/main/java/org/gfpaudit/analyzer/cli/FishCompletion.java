package org.gfpaudit.analyzer.cli;

import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Completions for fish, which picocli does not write: one line for each command and option. */
final class FishCompletion {
  private FishCompletion() {}

  /** The script for {@code commands}, whose subcommands are one level deep. */
  static String of(String name, CommandSpec commands) {
    StringBuilder script = new StringBuilder("# Completions of " + name + " for fish.\n");
    script.append("complete -c ").append(name).append(" -f -n __fish_use_subcommand\n");
    options(name, "__fish_use_subcommand", commands, script);
    Map<String, CommandLine> sorted = new TreeMap<>(commands.subcommands());
    sorted.forEach(
        (word, command) ->
            script
                .append("complete -c ")
                .append(name)
                .append(" -n __fish_use_subcommand -a ")
                .append(word)
                .append(" -d ")
                .append(
                    quoted(BriefHelp.brief(command.getCommandSpec().usageMessage().description())))
                .append('\n'));
    sorted.forEach(
        (word, command) ->
            options(
                name,
                quoted("__fish_seen_subcommand_from " + word),
                command.getCommandSpec(),
                script));
    return script.toString();
  }

  private static void options(
      String name, String condition, CommandSpec command, StringBuilder script) {
    for (OptionSpec option : command.options()) {
      script.append("complete -c ").append(name).append(" -n ").append(condition);
      for (String spelling : option.names()) {
        boolean isLong = spelling.startsWith("--");
        script.append(isLong ? " -l " : " -s ").append(spelling.substring(isLong ? 2 : 1));
      }
      if (option.arity().max() > 0) {
        script.append(" -r");
      }
      script.append(" -d ").append(quoted(BriefHelp.brief(option.description()))).append('\n');
    }
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
