package org.gfpaudit.testdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.gfpaudit.testdata.harness.Testdata;
import org.junit.jupiter.api.Test;

/** PATHs narrow what is reported, never what is analysed: a part says what the whole says of it. */
class NarrowingTest {
  private static final int FILE_COLUMN = 1;

  private static List<String> run(String... words) {
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.addAll(List.of("--tree", "minikernel"));
    CommandRun run = CommandRun.of(Testdata.directory(), arguments);
    assertTrue(run.status() <= 1, run.err());
    return run.out().lines().toList();
  }

  private static List<String> sites(String... paths) {
    List<String> words = new ArrayList<>(List.of("sites", "--format", "csv"));
    words.addAll(List.of(paths));
    List<String> lines = run(words.toArray(String[]::new));
    return lines.subList(1, lines.size());
  }

  private static String file(String row) {
    return row.split(",", -1)[FILE_COLUMN];
  }

  @Test
  void theRowsOfAPathAreThoseOfTheWholeTree() {
    List<String> whole = sites();
    TreeSet<String> paths = new TreeSet<>();
    whole.forEach(row -> paths.add(file(row)));
    assertTrue(paths.size() > 5, paths.toString());
    paths.addAll(List.of("fs", "fs/harbor", "include"));
    for (String path : paths) {
      Predicate<String> isBelow = row -> file(row).equals(path) || file(row).startsWith(path + "/");
      assertEquals(whole.stream().filter(isBelow).toList(), sites(path), path);
    }
  }

  /** With ids, levels and reasons: all that a text report says of a finding. */
  @Test
  void theFindingsOfAPathAreThoseOfTheWholeTree() {
    List<String> whole = findings();
    assertTrue(whole.size() > 5, whole.toString());
    List<String> parts = new ArrayList<>();
    for (String path : List.of("drivers", "fs/harbor", "fs/lantern", "fs/pebble", "mm")) {
      List<String> part = findings(path);
      assertEquals(whole.stream().filter(each -> each.startsWith(path + "/")).toList(), part);
      parts.addAll(part);
    }
    assertFalse(parts.isEmpty());
    assertTrue(whole.containsAll(parts));
  }

  private static List<String> findings(String... paths) {
    List<String> words = new ArrayList<>(List.of("check", "-Wall", "-v"));
    words.addAll(List.of(paths));
    String report = String.join("\n", run(words.toArray(String[]::new)));
    List<String> blocks = List.of(report.split("\n\n"));
    return blocks.stream().filter(block -> block.contains("\n  the way of the mask")).toList();
  }
}
