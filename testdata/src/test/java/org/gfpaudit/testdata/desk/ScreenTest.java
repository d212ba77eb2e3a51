package org.gfpaudit.testdata.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.gfpaudit.testdata.cli.CommandRun;
import org.gfpaudit.testdata.harness.Testdata;
import org.junit.jupiter.api.Test;

/** What people read fits what they read it on. */
class ScreenTest {
  private static final int LINES = 50;

  private static String run(String... words) {
    Path directory = Testdata.directory().resolve("minikernel");
    CommandRun run = CommandRun.of(directory, List.of(words));
    assertTrue(run.status() < 2, run.err());
    return run.out();
  }

  /** Lines that are wider; those of the source and commands to copy stand as they are. */
  private static List<String> wide(String text, int columns) {
    return text.lines()
        .filter(line -> line.length() > columns)
        .filter(line -> !line.matches(" *\\d* \\|.*|  gfpaudit .*"))
        .toList();
  }

  @Test
  void explainFitsAScreen() {
    TreeSet<String> ids = new TreeSet<>();
    Pattern.compile("G[0-9a-f]{8}")
        .matcher(run("check", "-Wall", "--format", "gcc-brief"))
        .results()
        .map(MatchResult::group)
        .forEach(ids::add);
    assertFalse(ids.isEmpty());
    for (String id : ids) {
      String text = run("explain", id);
      assertTrue(text.lines().count() <= LINES, text.lines().count() + " lines:\n" + text);
      assertEquals(List.of(), wide(text, 100), id);
      assertTrue(text.contains("\nways to mend it, "), text);
    }
  }

  @Test
  void aFileWithManyCallsIsAList() {
    String text = run("explain", "fs/pebble/file.c");
    assertTrue(text.contains("\n'gfpaudit explain G"), text);
    assertEquals(List.of(), wide(text, 160));
    assertTrue(text.lines().count() < 15, text);
  }

  @Test
  void sitesFitEightyColumns() {
    assertEquals(List.of(), wide(run("sites"), 80));
  }
}
