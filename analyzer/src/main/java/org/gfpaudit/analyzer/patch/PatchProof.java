package org.gfpaudit.analyzer.patch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Finding;
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
    Map<String, Integer> expected = counts(before.findings());
    for (Fix fix : fixes) {
      fix.findings().forEach(finding -> expected.merge(key(finding), -1, Integer::sum));
    }
    Map<String, Integer> found = counts(after.findings());
    for (Fix fix : fixes) {
      boolean isLeft =
          fix.findings().stream()
              .anyMatch(f -> found.getOrDefault(key(f), 0) > expected.getOrDefault(key(f), 0));
      if (isLeft) {
        blamed.put(fix, "with the change the finding is still there");
      }
    }
    for (Finding finding : after.findings()) {
      if (found.get(key(finding)) > Math.max(0, expected.getOrDefault(key(finding), 0))) {
        blame(
            finding.place().file() + " " + finding.place().function(),
            "with the change there is a new finding: " + finding.message(),
            fixes,
            blamed);
      }
    }
    Map<String, Integer> rows = rows(before, fixes);
    rows(after, fixes).forEach((row, count) -> rows.merge(row, -count, Integer::sum));
    rows.forEach(
        (row, count) -> {
          if (count != 0) {
            String place = row.substring(0, row.indexOf("() "));
            blame(place, "the change alters what is found elsewhere: " + row, fixes, blamed);
          }
        });
    return new PatchProof(blamed);
  }

  /** What a finding is, without its line: several may be alike. */
  private static String key(Finding finding) {
    return finding.rule()
        + " "
        + finding.place().file()
        + " "
        + finding.place().function()
        + " "
        + finding.message();
  }

  private static Map<String, Integer> counts(List<Finding> findings) {
    Map<String, Integer> counts = new TreeMap<>();
    findings.forEach(finding -> counts.merge(key(finding), 1, Integer::sum));
    return counts;
  }

  /** Blames the fixes of that function, else of its file, else all. */
  private static void blame(String place, String reason, List<Fix> fixes, Map<Fix, String> blamed) {
    String file = place.substring(0, place.indexOf(' '));
    List<Fix> near = fixes.stream().filter(fix -> fix.functions().contains(place)).toList();
    if (near.isEmpty()) {
      near = fixes.stream().filter(fix -> fix.files().contains(file)).toList();
    }
    (near.isEmpty() ? fixes : near).forEach(fix -> blamed.putIfAbsent(fix, reason));
  }

  /**
   * The rows outside of the changed functions, without their lines, and how often each is there.
   */
  private static Map<String, Integer> rows(AuditResult result, List<Fix> fixes) {
    Set<String> changed =
        fixes.stream().flatMap(fix -> fix.functions().stream()).collect(Collectors.toSet());
    Map<String, Integer> rows = new TreeMap<>();
    for (AuditRow row : result.rows()) {
      String place = row.place().file() + " " + row.place().function();
      if (!changed.contains(place)) {
        rows.merge(
            place + "() " + row.sink() + " " + row.mask() + " is " + row.verdict().word(),
            1,
            Integer::sum);
      }
    }
    return rows;
  }
}
