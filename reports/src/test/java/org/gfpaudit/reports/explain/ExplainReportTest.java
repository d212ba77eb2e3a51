package org.gfpaudit.reports.explain;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.gfpaudit.reports.format.ExplainedRow;
import org.gfpaudit.reports.format.Golden;
import org.gfpaudit.reports.format.Meaning;
import org.gfpaudit.reports.format.Mending;
import org.gfpaudit.reports.format.Samples;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Verdict;
import org.gfpaudit.rules.fix.StrategyName;
import org.gfpaudit.rules.fix.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplainReportTest {
  private static final Mending MENDING =
      new Mending(
          List.of(
              new Way(StrategyName.SCOPE, /* isOffered= */ false, "no lock is seen held"),
              new Way(StrategyName.MAPPING, /* isOffered= */ true, "constrain the mask")),
          "gfpaudit patch G00c0ffee --tree a\u001b[1m");

  private final ExplainReport report =
      new ExplainReport(Samples.sources(), Style.PLAIN, /* isWhole= */ true);

  @Test
  void aSiteWithAFinding() {
    Golden.assertMatches("explain", explained(1));
  }

  @Test
  void aHostileSite() {
    String text = explained(0);
    Golden.assertMatches("explain-hostile", text);
    assertFalse(text.contains("\033"), "a raw escape sequence");
  }

  @ParameterizedTest
  @EnumSource(Verdict.class)
  void everyVerdictHasAMeaning(Verdict verdict) {
    assertFalse(Meaning.of(verdict).isBlank());
  }

  private String explained(int index) {
    var result = Samples.result();
    AuditRow row = result.rows().get(index);
    List<Finding> findings =
        result.findings().stream().filter(finding -> finding.isAbout(row)).toList();
    return Samples.render(
        out -> report.write(new ExplainedRow(row, findings, Samples.proof(row), MENDING), out));
  }
}
