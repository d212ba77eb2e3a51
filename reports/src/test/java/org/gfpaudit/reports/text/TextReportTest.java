package org.gfpaudit.reports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gfpaudit.reports.format.Golden;
import org.gfpaudit.reports.format.Samples;
import org.gfpaudit.reports.format.SourceLookup;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.review.Baseline;
import org.gfpaudit.rules.review.KnownFinding;
import org.gfpaudit.rules.review.Review;
import org.junit.jupiter.api.Test;

class TextReportTest {
  private static TextReport report(SourceLookup sources, Style style, Level least) {
    return new TextReport(Samples.tree(sources), style, least, /* suggestsWaivers= */ false);
  }

  private static String shownFrom(Level least) {
    return Samples.findings(report(SourceLookup.NONE, Style.PLAIN, least));
  }

  /** The levels of the findings of a report, in its order. */
  private static List<String> levels(String report) {
    return report
        .lines()
        .filter(line -> line.matches("\\S+:\\d+:\\d+: .*\\[\\S+ G[0-9a-f]{8}\\]"))
        .map(line -> line.replaceFirst("\\S+ ([a-z]+): .*", "$1"))
        .toList();
  }

  @Test
  void plain() {
    String text = Samples.findings(report(Samples.sources(), Style.PLAIN, Level.NOTE));
    Golden.assertMatches("text", text);
    assertFalse(text.contains("\033"), "a raw escape sequence");
  }

  @Test
  void colored() {
    Golden.assertMatches(
        "text-color", Samples.findings(report(Samples.sources(), Style.COLORED, Level.NOTE)));
  }

  @Test
  void coloursAreAllThatDiffers() {
    String plain = Samples.findings(report(Samples.sources(), Style.PLAIN, Level.NOTE));
    String colored = Samples.findings(report(Samples.sources(), Style.COLORED, Level.NOTE));
    assertEquals(plain, colored.replaceAll("\033\\[[0-9;]*m", ""));
  }

  @Test
  void withoutSources() {
    Golden.assertMatches(
        "text-no-source", Samples.findings(report(SourceLookup.NONE, Style.PLAIN, Level.NOTE)));
  }

  @Test
  void nothingFound() {
    var empty = new AuditResult("", List.of(), List.of(), List.of(), List.of());
    var report = report(SourceLookup.NONE, Style.PLAIN, Level.NOTE);
    assertEquals(
        "no findings\n  no sites\n  no origins\n",
        Samples.render(out -> report.write(Review.of(empty), out)));
  }

  @Test
  void theWorstComesFirst() {
    assertEquals(List.of("error", "warning", "note", "note"), levels(shownFrom(Level.NOTE)));
  }

  @Test
  void ofOneLevelTheOrderIsThatOfPlaces() {
    String report = shownFrom(Level.NOTE);
    assertTrue(report.indexOf("Gffffffff") < report.indexOf("G12345678"), report);
  }

  @Test
  void whatIsNotShownIsCounted() {
    String warnings = shownFrom(Level.WARNING);
    assertEquals(List.of("error", "warning"), levels(warnings));
    assertTrue(
        warnings.contains(
            """
            linux 6.1.192: 1 error, 1 warning, 2 notes
              2 notes are not shown: -v or --level note shows them
            """),
        warnings);
    String errors = shownFrom(Level.ERROR);
    assertEquals(List.of("error"), levels(errors));
    assertTrue(errors.contains("  1 warning and 2 notes are not shown: "), errors);
    assertFalse(shownFrom(Level.NOTE).contains("not shown"));
  }

  @Test
  void whatIsFixedIsFoldedToo() {
    AuditResult audit = Samples.result();
    List<KnownFinding> known = audit.findings().stream().map(KnownFinding::of).toList();
    AuditResult mended =
        new AuditResult("", List.of(), List.of(audit.findings().get(0)), List.of(), List.of());
    Review review = Review.of(mended).against(new Baseline("base.json", known));
    var report = report(SourceLookup.NONE, Style.PLAIN, Level.WARNING);
    String text = Samples.render(out -> report.write(review, out));
    assertFalse(text.contains("G12345678"), text);
    assertTrue(text.contains("G87654321"), text);
    assertTrue(text.contains("  1 fixed note is not shown: -v or --level note shows it\n"), text);
    assertTrue(text.contains("held against base.json: 1 known, 3 fixed"), text);
  }

  @Test
  void subsystemsAreCountedTheWorstFirstAndWithWhatIsNotShown() {
    String table =
        """

        SUBSYSTEM  errors  warnings  notes
        fs/reef         1         1      1
        fs/a\\x1b        -         -      1

        """;
    assertTrue(shownFrom(Level.NOTE).contains(table), shownFrom(Level.NOTE));
    assertTrue(shownFrom(Level.ERROR).contains(table), shownFrom(Level.ERROR));
  }

  @Test
  void oneSubsystemAloneNeedsNoTable() {
    Finding error = Samples.result().findings().get(1);
    var audit = new AuditResult("", List.of(), List.of(error), List.of(), List.of());
    var report = report(SourceLookup.NONE, Style.PLAIN, Level.NOTE);
    String text = Samples.render(out -> report.write(Review.of(audit), out));
    assertFalse(text.contains("SUBSYSTEM"), text);
  }

  /** All but the first line of a finding, source, and words that have no blank. */
  @Test
  void proseFitsEightyColumns() {
    Finding error = Samples.result().findings().get(1);
    String why = "a long reason that ends in a file ".repeat(6) + "/x".repeat(50) + " and more";
    Finding wordy = error.withLevel(Level.ERROR, why);
    var audit = new AuditResult("", List.of(), List.of(wordy), List.of(), List.of());
    var report = report(SourceLookup.NONE, Style.PLAIN, Level.NOTE);
    String text = Samples.render(out -> report.write(Review.of(audit), out));
    for (String line : text.lines().skip(1).toList()) {
      assertTrue(line.length() <= 80 || !line.strip().contains(" "), line);
    }
    String joined = text.replaceAll("\n {6}(?! )", " ");
    assertTrue(joined.contains("\n  why an error: " + why + "\n"), text);
    assertTrue(text.contains(" reason that ends in a file"), text);
  }
}
