package org.gfpaudit.analyzer.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.catalog.RuleCatalog;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The tables of MANUAL.md, made from what {@code --help} and the manual pages are made from: the
 * model of the command line, and from the list of rules.
 */
final class ManualTables {
  /** The options that several commands share, by the name of their table. */
  private static final Map<String, Class<?>> SHARED =
      Map.of(
          "options about the tree", TreeOptions.class,
          "options about the report", OutputOptions.class,
          "options about the build", BuildOptions.class,
          "options about rules", RuleOptions.class,
          "options about levels", LevelOption.class,
          "options of every command", CommonOptions.class);

  private static final String ROW = "| %s | %s |\n";
  private static final String LINE = "|---|---|\n";
  private static final int MOST_COLUMNS = 99;

  private final Map<String, CommandSpec> commands = new TreeMap<>();

  private ManualTables() {
    new CommandLine(new CommandTree())
        .getSubcommands()
        .forEach((name, command) -> commands.put(name, command.getCommandSpec()));
  }

  /** Every table by its name. */
  static Map<String, String> all() {
    ManualTables tables = new ManualTables();
    Map<String, String> all = new LinkedHashMap<>();
    all.put("commands", tables.commands());
    SHARED.forEach((name, options) -> all.put(name, tables.shared(options)));
    tables.commands.forEach(
        (name, command) -> {
          if (ownArguments(command).findAny().isPresent() || own(command).findAny().isPresent()) {
            all.put("options of " + name, tables.ofCommand(command));
          }
        });
    all.put("exit statuses of check", tables.exitStatuses("check"));
    all.put("rules", rules());
    return all;
  }

  private String commands() {
    StringBuilder table = new StringBuilder("| command | does |\n" + LINE);
    commands.forEach(
        (name, command) -> {
          String arguments =
              ownArguments(command)
                  .map(ManualTables::argument)
                  .map(text -> " " + text)
                  .collect(Collectors.joining());
          table.append(
              ROW.formatted(code(name + arguments), prose(command.usageMessage().description())));
        });
    return table.toString();
  }

  /** The options of one class, and for each which of the commands that have the class hide it. */
  private String shared(Class<?> options) {
    List<CommandSpec> users =
        commands.values().stream().filter(command -> mixin(command, options).isPresent()).toList();
    StringBuilder table = new StringBuilder();
    if (users.size() < commands.size()) {
      table.append(wrapped("Taken by " + names(users) + ".")).append("\n\n");
    }
    table.append("| option | means |\n" + LINE);
    for (OptionSpec option :
        inOrder(mixin(users.get(0), options).orElseThrow().options().stream())) {
      Predicate<CommandSpec> hides = user -> user.findOption(option.longestName()).hidden();
      List<CommandSpec> hiding = users.stream().filter(hides).toList();
      String not = hiding.isEmpty() ? "" : " Not taken by " + names(hiding) + ".";
      table.append(ROW.formatted(names(option), prose(option.description()) + not));
    }
    return table.toString();
  }

  /** Prose broken where the manual breaks it. */
  private static String wrapped(String prose) {
    StringBuilder lines = new StringBuilder();
    int column = 0;
    for (String word : prose.split(" ", -1)) {
      boolean isFirst = lines.isEmpty();
      boolean fits = column + 1 + word.length() <= MOST_COLUMNS;
      lines.append(isFirst ? "" : fits ? " " : "\n").append(word);
      column = isFirst || !fits ? word.length() : column + 1 + word.length();
    }
    return lines.toString();
  }

  private String ofCommand(CommandSpec command) {
    StringBuilder table = new StringBuilder("| argument or option | means |\n" + LINE);
    ownArguments(command)
        .forEach(
            argument ->
                table.append(
                    ROW.formatted(code(argument(argument)), prose(argument.description()))));
    inOrder(own(command))
        .forEach(option -> table.append(ROW.formatted(names(option), prose(option.description()))));
    return table.toString();
  }

  private String exitStatuses(String command) {
    StringBuilder table = new StringBuilder("| exit status | means |\n" + LINE);
    Objects.requireNonNull(commands.get(command))
        .usageMessage()
        .exitCodeList()
        .forEach((status, means) -> table.append(ROW.formatted(status, prose(means))));
    return table.toString();
  }

  private static String rules() {
    StringBuilder table = new StringBuilder("| rule | finds | level |\n|---|---|---|\n");
    for (Rule rule : RuleCatalog.all()) {
      table.append(
          "| %s | %s | %s |\n"
              .formatted(
                  code(rule.id()),
                  cell(rule.title()),
                  rule.level().word() + (rule.isOnByDefault() ? "" : ", off by default")));
    }
    return table.toString();
  }

  private static Optional<CommandSpec> mixin(CommandSpec command, Class<?> options) {
    return command.mixins().values().stream()
        .filter(mixin -> options.isInstance(mixin.userObject()))
        .findAny();
  }

  private static Stream<PositionalParamSpec> ownArguments(CommandSpec command) {
    return command.positionalParameters().stream();
  }

  private static Stream<OptionSpec> own(CommandSpec command) {
    TreeSet<String> mixedIn = new TreeSet<>();
    for (CommandSpec mixin : command.mixins().values()) {
      mixin.options().forEach(option -> mixedIn.add(option.longestName()));
    }
    return command.options().stream().filter(option -> !mixedIn.contains(option.longestName()));
  }

  /** In the order of the help. */
  private static List<OptionSpec> inOrder(Stream<OptionSpec> options) {
    return options.sorted((one, two) -> Integer.compare(one.order(), two.order())).toList();
  }

  private static String argument(PositionalParamSpec argument) {
    String word = argument.paramLabel() + (argument.arity().max() > 1 ? "..." : "");
    return argument.arity().min() == 0 ? "[" + word + "]" : word;
  }

  /** {@code `-j N`, `--jobs N`}. A value follows a name of one letter alone without a space. */
  private static String names(OptionSpec option) {
    boolean isShortOnly = option.longestName().length() == 2;
    String value = option.arity().max() == 0 ? "" : option.paramLabel();
    String gap = value.isEmpty() || isShortOnly ? "" : " ";
    return Arrays.stream(option.names())
        .map(name -> code(name + gap + value))
        .collect(Collectors.joining(", "));
  }

  private static String names(List<CommandSpec> commands) {
    List<String> names = new ArrayList<>();
    commands.forEach(command -> names.add(code(command.name())));
    String last = names.remove(names.size() - 1);
    return names.isEmpty() ? last : String.join(", ", names) + " and " + last;
  }

  private static String code(String text) {
    return "`" + cell(text) + "`";
  }

  /** A description in Markdown: what it quotes is code, and so are the options it names. */
  private static String prose(String... description) {
    Matcher part =
        Pattern.compile("(?<!\\w)'([^']+)'(?!\\w)|(?<![\\w-])(--[a-z][a-z-]+)|<")
            .matcher(cell(String.join(" ", description)));
    return part.replaceAll(
        found -> found.group(1) != null ? "`$1`" : found.group(2) != null ? "`$2`" : "&lt;");
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
