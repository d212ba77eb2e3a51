package org.gfpaudit.reports.format;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Verdict;

/** Counts of findings by level and of rows by verdict, in numbers and in words. */
public final class Tally {
  private Tally() {}

  /** Findings by level, most severe first; levels without findings are absent. */
  public static Map<Level, Long> byLevel(List<Finding> findings) {
    Map<Level, Long> counts = new EnumMap<>(Level.class);
    findings.forEach(finding -> counts.merge(finding.level(), 1L, Long::sum));
    return counts;
  }

  /** Rows of one kind by verdict, worst first; verdicts without rows are absent. */
  public static Map<Verdict, Long> byVerdict(List<AuditRow> rows, AuditRow.Kind kind) {
    Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
    for (AuditRow row : rows) {
      if (row.kind() == kind) {
        counts.merge(row.verdict(), 1L, Long::sum);
      }
    }
    return counts;
  }

  /** {@code "2 errors, 1 note"}, or {@code "no findings"}. */
  public static String findingsInWords(List<Finding> findings) {
    StringJoiner words = new StringJoiner(", ");
    words.setEmptyValue("no findings");
    byLevel(findings).forEach((level, count) -> words.add(count(count, level.word())));
    return words.toString();
  }

  /** {@code "3 sites: 1 hardcoded, 2 derived"}. */
  public static String verdictsInWords(List<AuditRow> rows, AuditRow.Kind kind) {
    Map<Verdict, Long> counts = byVerdict(rows, kind);
    long total = counts.values().stream().mapToLong(Long::longValue).sum();
    String noun = kind == AuditRow.Kind.SITE ? "site" : "origin";
    if (total == 0) {
      return "no " + noun + "s";
    }
    StringJoiner words = new StringJoiner(", ", count(total, noun) + ": ", "");
    counts.forEach((verdict, count) -> words.add(count + " " + verdict.word()));
    return words.toString();
  }

  /** {@code "1 error"}, {@code "2 errors"}. */
  public static String count(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
