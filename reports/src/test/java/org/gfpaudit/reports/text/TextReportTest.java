package org.gfpaudit.reports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.gfpaudit.reports.format.Golden;
import org.gfpaudit.reports.format.Samples;
import org.gfpaudit.reports.format.SourceLookup;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.review.Review;
import org.junit.jupiter.api.Test;

class TextReportTest {
  @Test
  void plain() {
    String text = Samples.findings(new TextReport(Samples.sources(), Style.PLAIN));
    Golden.assertMatches("text", text);
    assertFalse(text.contains("\033"), "a raw escape sequence");
  }

  @Test
  void colored() {
    Golden.assertMatches(
        "text-color", Samples.findings(new TextReport(Samples.sources(), Style.COLORED)));
  }

  @Test
  void coloursAreAllThatDiffers() {
    String plain = Samples.findings(new TextReport(Samples.sources(), Style.PLAIN));
    String colored = Samples.findings(new TextReport(Samples.sources(), Style.COLORED));
    assertEquals(plain, colored.replaceAll("\033\\[[0-9;]*m", ""));
  }

  @Test
  void withoutSources() {
    Golden.assertMatches(
        "text-no-source", Samples.findings(new TextReport(SourceLookup.NONE, Style.PLAIN)));
  }

  @Test
  void nothingFound() {
    var empty = new AuditResult("", List.of(), List.of(), List.of(), List.of());
    var report = new TextReport(SourceLookup.NONE, Style.PLAIN);
    assertEquals(
        "no findings\n  no sites\n  no origins\n",
        Samples.render(out -> report.write(Review.of(empty), out)));
  }
}
