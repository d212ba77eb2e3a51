package org.gfpaudit.reports.rules;

import java.util.List;
import org.gfpaudit.reports.format.Golden;
import org.gfpaudit.reports.format.Samples;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.rules.finding.Level;
import org.junit.jupiter.api.Test;

class RulesReportTest {
  private static final RulePage FIRST =
      new RulePage("first-rule", "a title", Level.ERROR, "A paragraph.\n\nBad: x();\n");
  private static final RulePage SECOND = new RulePage("other", "its title", Level.NOTE, "Text.");

  @Test
  void list() {
    var report = new RulesReport(Style.PLAIN);
    Golden.assertMatches(
        "rules-list", Samples.render(out -> report.writeList(List.of(FIRST, SECOND), out)));
  }

  @Test
  void page() {
    var report = new RulesReport(Style.PLAIN);
    Golden.assertMatches("rules-page", Samples.render(out -> report.writePage(FIRST, out)));
  }
}
