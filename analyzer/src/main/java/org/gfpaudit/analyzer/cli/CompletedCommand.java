package org.gfpaudit.analyzer.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What can stand where behind the name of a command, read from picocli's model of it. The scripts
 * for all shells are made of this and of nothing else.
 *
 * @param arguments in their order; the last may come again if it {@code repeats}
 */
record CompletedCommand(
    String name,
    String description,
    List<Choosable> options,
    List<Values> arguments,
    boolean repeats) {

  /**
   * An option.
   *
   * @param names as they are typed, such as {@code -o} and {@code --output}
   * @param label what stands for the value in help; empty where the option takes none
   * @param isAttached whether the value is a part of the word, as that of {@code -W} is
   */
  record Choosable(
      List<String> names, String description, String label, Values values, boolean isAttached) {
    boolean takesValue() {
      return !label.isEmpty();
    }
  }

  /** All commands, sorted by name. */
  static List<CompletedCommand> all(CommandSpec commands) {
    List<CompletedCommand> all = new ArrayList<>();
    new TreeMap<>(commands.subcommands())
        .forEach((name, command) -> all.add(of(name, command.getCommandSpec())));
    return all;
  }

  /** The options that stand before any command. */
  static List<Choosable> optionsOf(CommandSpec commands) {
    return choosable(commands, List.of());
  }

  private static CompletedCommand of(String name, CommandSpec spec) {
    List<String> formats =
        spec.userObject() instanceof Command command ? command.formats() : List.of();
    var positionals = spec.positionalParameters();
    return new CompletedCommand(
        name,
        BriefHelp.brief(spec.usageMessage().description()),
        choosable(spec, formats),
        positionals.stream().map(each -> Values.of(each, formats)).toList(),
        positionals.stream().anyMatch(each -> each.arity().max() > 1));
  }

  private static List<Choosable> choosable(CommandSpec spec, List<String> formats) {
    return spec.options().stream()
        .filter(option -> !option.hidden())
        .map(option -> choosable(option, formats))
        .toList();
  }

  private static Choosable choosable(OptionSpec option, List<String> formats) {
    boolean takesValue = option.arity().max() > 0;
    return new Choosable(
        List.of(option.names()),
        BriefHelp.brief(option.description()),
        takesValue ? option.paramLabel() : "",
        Values.of(option, formats),
        takesValue && Stream.of(option.names()).allMatch(each -> each.length() == 2));
  }
}
