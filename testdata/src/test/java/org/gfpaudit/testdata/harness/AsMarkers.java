package org.gfpaudit.testdata.harness;

import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.Verdict;

/** Writes what an audit said in the form of the markers that would have promised it. */
final class AsMarkers {

  private AsMarkers() {}

  static String of(Collection<Finding> findings, Collection<AuditRow> rows) {
    return Stream.concat(
            findings.stream()
                .map(finding -> located(finding.flagged(), want(finding) + steps(finding))),
            rows.stream()
                .filter(row -> findings.stream().noneMatch(finding -> finding.isAbout(row)))
                .map(
                    row ->
                        located(Flagged.of(row), verdict(row.kind(), row.verdict()) + note(row))))
        .map(line -> "  " + line + "\n")
        .collect(Collectors.joining());
  }

  static String want(Finding finding) {
    String condition = finding.flagged().condition().toString();
    return "/* want "
        + finding.rule()
        + " ("
        + finding.level().word()
        + ")"
        + (condition.isEmpty() ? "" : " @(" + condition + ")")
        + ": \""
        + finding.message()
        + "\" */";
  }

  static String verdict(AuditRow.Kind kind, Verdict verdict) {
    return "/* verdict " + verdict.word() + (kind == AuditRow.Kind.ORIGIN ? " origin" : "") + " */";
  }

  static String located(Flagged flagged, String marker) {
    return flagged.place().fileAndLine()
        + ": "
        + marker
        + "   in "
        + flagged.place().function()
        + "(): "
        + flagged.callee()
        + " <- "
        + flagged.mask();
  }

  private static String note(AuditRow row) {
    return row.note().isEmpty() ? "" : " (" + row.note() + ")";
  }

  private static String steps(Finding finding) {
    return finding.witness().stream()
        .map(step -> "\n      " + step.place().fileAndLine() + " " + step.text())
        .collect(Collectors.joining());
  }
}
