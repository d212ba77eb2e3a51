package org.gfpaudit.analyzer.driver;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    Set<String> left = ids(after);
    for (Fix fix : fixes) {
      if (fix.findings().stream().anyMatch(finding -> left.contains(finding.id()))) {
        blamed.put(fix, "with the change the finding is still there");
      }
    }
    Set<String> known = ids(before);
    for (Finding finding : after.findings()) {
      if (!known.contains(finding.id())) {
        blame(
            finding.place().file(),
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
            String file = row.substring(0, row.indexOf(' '));
            blame(file, "the change alters what is found elsewhere: " + row, fixes, blamed);
          }
        });
    return new PatchProof(blamed);
  }

  private static Set<String> ids(AuditResult result) {
    return result.findings().stream()
        .map(Finding::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void blame(String file, String reason, List<Fix> fixes, Map<Fix, String> blamed) {
    List<Fix> near = fixes.stream().filter(fix -> fix.files().contains(file)).toList();
    (near.isEmpty() ? fixes : near).forEach(fix -> blamed.putIfAbsent(fix, reason));
  }

  /**
   * The rows outside of the changed functions, without their lines, and how often each is there.
   */
  private static Map<String, Integer> rows(AuditResult result, List<Fix> fixes) {
    Set<String> changed =
        fixes.stream()
            .flatMap(fix -> fix.findings().stream())
            .map(finding -> finding.place().file() + " " + finding.place().function())
            .collect(Collectors.toSet());
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
