package org.gfpaudit.analyzer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What MANUAL.md and the help say of the command line, held against its model. {@code
 * -Dtestdata.update=true} rewrites the tables of MANUAL.md.
 */
class ManualTest {
  private static final Path MANUAL =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolveSibling("MANUAL.md");

  /** A table between two comments, which name it. */
  private static final Pattern TABLE =
      Pattern.compile("(?s)(<!-- table: ([a-z -]+) -->\n).*?(<!-- end of table -->)");

  private static String withTables(String text, Map<String, String> tables) {
    return TABLE
        .matcher(text)
        .replaceAll(
            found -> {
              String table = tables.get(found.group(2));
              if (table == null) {
                throw new AssertionError("there is no table '" + found.group(2) + "'");
              }
              return Matcher.quoteReplacement(
                  found.group(1) + "\n" + table + "\n" + found.group(3));
            });
  }

  @Test
  void theTablesAreThoseOfTheModel() throws IOException {
    Map<String, String> tables = ManualTables.all();
    if (Boolean.getBoolean("testdata.update")) {
      Files.writeString(MANUAL, withTables(Files.readString(MANUAL), tables));
    }
    Set<String> shown = new TreeSet<>();
    Matcher table = TABLE.matcher(Files.readString(MANUAL));
    while (table.find()) {
      String name = table.group(2);
      assertTrue(shown.add(name), "a table stands twice: " + name);
      assertEquals(
          withTables(table.group(), tables),
          table.group(),
          name + "; rewrite it with -Dtestdata.update=true");
    }
    assertEquals(tables.keySet(), shown, "MANUAL.md has every table");
  }

  @Test
  void everyOptionIsInATable() {
    String tables = String.join("", ManualTables.all().values());
    new CommandLine(new CommandTree())
        .getSubcommands()
        .forEach(
            (name, command) ->
                command
                    .getCommandSpec()
                    .options()
                    .forEach(
                        option ->
                            assertTrue(
                                tables.contains("`" + option.longestName()),
                                name + " " + option.longestName())));
  }

  @Test
  void everyFormatIsInTheTableOfFormats() throws IOException {
    String text = Files.readString(MANUAL);
    for (String format : SeriesFormats.names()) {
      String row = "(?m)^\\| (`[a-z]+`, )*`" + format + "`.* \\|.* \\|$";
      assertTrue(Pattern.compile(row).matcher(text).find(), format);
    }
  }

  @Test
  void aTableIsReplacedBetweenItsCommentsOnly() {
    String text = "a\n<!-- table: x -->\n\n| old |\n\n<!-- end of table -->\nb\n";
    assertEquals(
        "a\n<!-- table: x -->\n\n| $1 |\n\n<!-- end of table -->\nb\n",
        withTables(text, Map.of("x", "| $1 |\n")));
    assertThrows(AssertionError.class, () -> withTables(text, Map.of("y", "")));
  }

  @Test
  void everyDescriptionBeginsWithASentenceForTheHelp() {
    new CommandLine(new CommandTree())
        .getSubcommands()
        .values()
        .forEach(
            command -> {
              CommandSpec spec = command.getCommandSpec();
              isSentence(spec.name(), spec.usageMessage().description());
              spec.args().forEach(each -> isSentence(name(spec, each), each.description()));
            });
  }

  private static String name(CommandSpec command, ArgSpec each) {
    return command.name() + " " + each;
  }

  /** Two lines at most: docgen makes a paragraph of each. */
  private static void isSentence(String where, String[] description) {
    assertTrue(description.length == 1 || description.length == 2, where);
    for (String line : description) {
      assertTrue(line.matches("['A-Z].*\\."), where + ": " + line);
    }
    assertTrue(description[0].length() <= 54, where + ": " + description[0]);
  }

  @Test
  void theHelpOfTheProgramListsEveryCommand(@TempDir Path directory) {
    Invocation gfpaudit = new Invocation(directory);
    assertEquals(0, gfpaudit.run("--help"));
    new CommandLine(new CommandTree())
        .getSubcommands()
        .forEach(
            (name, command) -> {
              String[] description = command.getCommandSpec().usageMessage().description();
              String line = "(?m)^  " + name + " .* " + Pattern.quote(description[0]) + "$";
              assertTrue(Pattern.compile(line).matcher(gfpaudit.out).find(), line);
            });
  }
}
