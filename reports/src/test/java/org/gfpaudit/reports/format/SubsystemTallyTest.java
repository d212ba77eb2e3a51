package org.gfpaudit.reports.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gfpaudit.reports.csv.SubsystemCsv;
import org.gfpaudit.reports.format.SubsystemTally.Use;
import org.gfpaudit.reports.json.JsonSubsystems;
import org.gfpaudit.reports.table.SubsystemTable;
import org.gfpaudit.rules.finding.Verdict;
import org.junit.jupiter.api.Test;

class SubsystemTallyTest {
  /** A file's directory and its first letter: hostile names stay hostile. */
  private static String byLetter(String file) {
    return file.startsWith("fs/a") ? "fs/a\033" : file.substring(0, 4);
  }

  private static Use use(Object... verdictsAndCounts) {
    Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    for (int i = 0; i < verdictsAndCounts.length; i += 2) {
      verdicts.put(
          (Verdict) verdictsAndCounts[i], ((Integer) verdictsAndCounts[i + 1]).longValue());
    }
    return new SubsystemTally("fs/x", verdicts, List.of()).use();
  }

  @Test
  void saysHowTheMappingMaskIsUsed() {
    assertEquals(Use.DERIVED, use(Verdict.DERIVED, 3, Verdict.PASSTHROUGH, 1, Verdict.UNKNOWN, 1));
    assertEquals(Use.SELECTIVE, use(Verdict.DERIVED, 3, Verdict.HARDCODED_WEAK, 1));
    assertEquals(Use.SELECTIVE, use(Verdict.PARTIAL, 1));
    assertEquals(Use.SELECTIVE, use(Verdict.DERIVED, 1, Verdict.SCOPED, 1));
    assertEquals(Use.NEVER, use(Verdict.HARDCODED, 1, Verdict.PASSTHROUGH, 4));
    assertEquals(Use.NEVER, use(Verdict.SCOPED, 1));
    assertEquals(Use.OPEN, use(Verdict.PASSTHROUGH, 4, Verdict.UNKNOWN, 1));
    assertEquals(Use.OPEN, use());
  }

  @Test
  void theTableIsAligned() {
    Golden.assertMatches(
        "subsystems-table",
        Samples.report(new SubsystemTable(SubsystemTallyTest::byLetter, Style.PLAIN)));
  }

  @Test
  void coloursDoNotChangeTheText() {
    String colored =
        Samples.report(new SubsystemTable(SubsystemTallyTest::byLetter, Style.COLORED));
    assertEquals(
        Samples.report(new SubsystemTable(SubsystemTallyTest::byLetter, Style.PLAIN)),
        colored.replaceAll("\033\\[[0-9;]*m", ""));
  }

  @Test
  void csvHasAColumnForEachVerdict() {
    Golden.assertMatches(
        "subsystems-csv", Samples.report(new SubsystemCsv(SubsystemTallyTest::byLetter)));
  }

  @Test
  void jsonHasTheConstrainers() {
    String json = Samples.report(new JsonSubsystems("1.0", SubsystemTallyTest::byLetter));
    Golden.assertMatches("subsystems-json", json);
    assertFalse(json.contains("\033"));
  }
}
