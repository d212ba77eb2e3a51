package org.gfpaudit.reports.rules;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.reports.format.Golden;
import org.gfpaudit.reports.format.Samples;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.api.RuleText;
import org.gfpaudit.rules.finding.Level;
import org.junit.jupiter.api.Test;

class RulesReportTest {
  private static final Rule FIRST =
      rule("first-rule", "a title", Level.ERROR, "word ".repeat(30) + "\n\nSecond\nparagraph.\n");
  private static final Rule SECOND = rule("other", "its title", Level.NOTE, "Text.");

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

  private static Rule rule(String id, String title, Level level, String help) {
    return new Rule(
        id,
        new RuleText(title, help, List.of("a_bad.c")),
        level,
        /* isOnByDefault= */ true,
        subject -> Optional.empty());
  }
}
