package org.gfpaudit.testdata.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.settings.MalformedSettingsException;
import org.gfpaudit.analyzer.settings.Settings;
import org.gfpaudit.analyzer.settings.SettingsReader;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.testdata.cli.CommandRun;
import org.gfpaudit.testdata.harness.Readme;
import org.gfpaudit.testdata.harness.Testdata;
import org.junit.jupiter.api.Test;

/** README.md names every command, option and format there is, and its settings are settings. */
class ReadmeTest {
  private static final List<String> COMMANDS =
      List.of(
          "baseline",
          "check",
          "completion",
          "diff",
          "history",
          "explain",
          "graph",
          "patch",
          "rules",
          "sites",
          "stats");

  private static String help(String command) {
    CommandRun run = CommandRun.of(Testdata.directory(), List.of(command, "--help"));
    assertEquals(0, run.status(), run.err());
    return run.out();
  }

  @Test
  void everyOptionIsInTheTable() {
    String table =
        Readme.text().lines().filter(line -> line.startsWith("| `-")).toList().toString();
    TreeSet<String> missing = new TreeSet<>();
    for (String command : COMMANDS) {
      Matcher option = Pattern.compile("(?m)^ {2,6}(?:-\\w, )?(--[a-z-]+)").matcher(help(command));
      while (option.find()) {
        if (!table.contains("`" + option.group(1))) {
          missing.add(option.group(1));
        }
      }
    }
    assertEquals(new TreeSet<>(), missing);
  }

  @Test
  void everyCommandAndFormatIsInATable() {
    for (String command : COMMANDS) {
      assertTrue(Readme.text().contains("\n| `" + command + " "), command);
    }
    Matcher formats =
        Pattern.compile("Formats: text \\(default\\), ([^.]*)\\.").matcher(help("check"));
    assertTrue(formats.find());
    for (String format : formats.group(1).split(",\\s*", -1)) {
      assertTrue(
          Readme.text().lines().anyMatch(line -> line.matches("\\| .*`" + format + "`.* \\|.*")),
          format);
    }
  }

  @Test
  void theSettingsAreRead() throws MalformedSettingsException {
    Settings settings = SettingsReader.read("README", Readme.yaml("\nversion: 1\n"));
    assertEquals(1, settings.waivers().size());
    assertEquals(3, settings.rules().size());
    Knowledge.shippedWith(settings.rows());
  }

  @Test
  void everyFileItLinksToIsThere() {
    Path root = Repository.root();
    Matcher link = Pattern.compile("\\]\\(([^)#:]+)\\)").matcher(Readme.text());
    while (link.find()) {
      assertTrue(root.resolve(link.group(1)).toFile().exists(), link.group(1));
    }
  }
}
