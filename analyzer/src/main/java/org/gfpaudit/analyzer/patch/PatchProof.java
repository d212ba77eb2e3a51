package org.gfpaudit.analyzer.patch;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.fix.ChangedFunction;
import org.gfpaudit.rules.fix.Fix;

/**
 * Holds the audit of a patched tree against that of the tree: what the fixes are for is gone, no
 * finding is new, and outside of the functions they change no row is another.
 *
 * @param blamed the fixes that do not do what they should, with the reason; where nobody can be
 *     blamed for a difference, all of them
 */
record PatchProof(Map<Fix, String> blamed) {

  boolean isGood() {
    return blamed.isEmpty();
  }

  static PatchProof of(AuditResult before, AuditResult after, List<Fix> fixes) {
    Map<Fix, String> blamed = new LinkedHashMap<>();
    Map<Said, Integer> expected = counts(before.findings());
    for (Fix fix : fixes) {
      fix.findings().forEach(finding -> expected.merge(Said.by(finding), -1, Integer::sum));
    }
    Map<Said, Integer> found = counts(after.findings());
    for (Fix fix : fixes) {
      boolean isLeft =
          fix.findings().stream()
              .anyMatch(
                  f -> found.getOrDefault(Said.by(f), 0) > expected.getOrDefault(Said.by(f), 0));
      if (isLeft) {
        blamed.put(fix, "with the change the finding is still there; mend it by hand");
      }
    }
    for (Finding finding : after.findings()) {
      if (Objects.requireNonNull(found.get(Said.by(finding)))
          > Math.max(0, expected.getOrDefault(Said.by(finding), 0))) {
        blame(
            ChangedFunction.at(finding.place()),
            "with the change there is a new finding: " + finding.message(),
            fixes,
            blamed);
      }
    }
    Map<Said, Integer> rows = rows(before, fixes);
    rows(after, fixes).forEach((row, count) -> rows.merge(row, -count, Integer::sum));
    rows.forEach(
        (row, count) -> {
          if (count != 0) {
            ChangedFunction where = row.function();
            String elsewhere = where.file() + " " + where.name() + "() " + row.what();
            blame(where, "the change alters what is found elsewhere: " + elsewhere, fixes, blamed);
          }
        });
    return new PatchProof(blamed);
  }

  /** What a finding or a row says of its function, without its line: several may be alike. */
  private record Said(ChangedFunction function, String what) {
    static final Comparator<Said> ORDER =
        Comparator.comparing(Said::function).thenComparing(Said::what);

    static Said by(Finding finding) {
      Flagged flagged = finding.flagged();
      return new Said(
          ChangedFunction.at(finding.place()),
          String.join(" ", finding.rule(), flagged.callee(), flagged.mask(), flagged.mapping()));
    }

    static Said by(AuditRow row) {
      return new Said(
          ChangedFunction.at(row.place()),
          row.sink() + " " + row.mask() + " is " + row.verdict().word());
    }
  }

  private static Map<Said, Integer> counts(List<Finding> findings) {
    Map<Said, Integer> counts = new HashMap<>();
    findings.forEach(finding -> counts.merge(Said.by(finding), 1, Integer::sum));
    return counts;
  }

  /** Blames the fixes of that function, else of its file, else all. */
  private static void blame(
      ChangedFunction where, String reason, List<Fix> fixes, Map<Fix, String> blamed) {
    List<Fix> near = fixes.stream().filter(fix -> fix.functions().contains(where)).toList();
    if (near.isEmpty()) {
      near = fixes.stream().filter(fix -> fix.files().contains(where.file())).toList();
    }
    (near.isEmpty() ? fixes : near).forEach(fix -> blamed.putIfAbsent(fix, reason));
  }

  /**
   * The rows outside of the changed functions, without their lines, and how often each is there.
   */
  private static Map<Said, Integer> rows(AuditResult result, List<Fix> fixes) {
    Set<ChangedFunction> changed =
        fixes.stream().flatMap(fix -> fix.functions().stream()).collect(Collectors.toSet());
    Map<Said, Integer> rows = new TreeMap<>(Said.ORDER);
    for (AuditRow row : result.rows()) {
      if (!changed.contains(ChangedFunction.at(row.place()))) {
        rows.merge(Said.by(row), 1, Integer::sum);
      }
    }
    return rows;
  }
}
