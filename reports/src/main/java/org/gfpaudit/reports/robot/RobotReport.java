package org.gfpaudit.reports.robot;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.reports.format.FindingsReport;
import org.gfpaudit.reports.format.Passage;
import org.gfpaudit.reports.format.SourceLookup;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.WitnessStep;
import org.gfpaudit.rules.review.KnownFinding;
import org.gfpaudit.rules.review.Review;
import org.gfpaudit.rules.review.Reviewed;
import org.gfpaudit.rules.review.Standing;

/**
 * Text for a mail: what was audited, new findings marked with {@code >>}, old ones apart, and for
 * each new one a command that opens the place and the lines around it. It has no greetings and no
 * addresses, because somebody who sends it knows whom it goes to.
 */
public final class RobotReport implements FindingsReport {
  private static final int CONTEXT = 4;

  private final String toolVersion;
  private final String treeName;
  private final SourceLookup sources;

  /**
   * @param treeName what people call the tree
   */
  public RobotReport(String toolVersion, String treeName, SourceLookup sources) {
    this.toolVersion = toolVersion;
    this.treeName = treeName;
    this.sources = sources;
  }

  @Override
  public void write(Review review, Writer out) throws IOException {
    out.write("tree:   " + VisibleText.of(treeName) + "\n");
    out.write("kernel: " + VisibleText.of(review.audit().kernelVersion()) + "\n");
    out.write("tool:   gfpaudit " + toolVersion + "\n");
    for (String name : review.comparedWith()) {
      out.write("base:   " + VisibleText.of(name) + "\n");
    }
    List<Finding> fresh = review.newFindings();
    section("New gfpaudit findings:", out);
    for (Finding finding : fresh) {
      line(">> ", finding, out);
    }
    if (fresh.isEmpty()) {
      out.write("   none\n");
    }
    List<Reviewed> known = review.standing(Standing.KNOWN);
    if (!known.isEmpty()) {
      section("Old gfpaudit findings:", out);
      for (Reviewed reviewed : known) {
        line("   ", reviewed.finding(), out);
      }
    }
    if (!review.gone().isEmpty()) {
      section("Fixed gfpaudit findings:", out);
      for (KnownFinding gone : review.gone()) {
        out.write(
            "   "
                + Passage.place(gone.place())
                + ": "
                + VisibleText.of(gone.message() + " [-W" + gone.rule() + "]")
                + "\n");
      }
    }
    for (Finding finding : fresh) {
      details(finding, out);
    }
  }

  private static void section(String title, Writer out) throws IOException {
    out.write("\n" + title + "\n");
  }

  private static void line(String mark, Finding finding, Writer out) throws IOException {
    out.write(
        mark
            + Passage.place(finding.place())
            + ": "
            + finding.level().word()
            + ": "
            + VisibleText.of(finding.message() + " [-W" + finding.rule() + "]")
            + "\n");
  }

  private void details(Finding finding, Writer out) throws IOException {
    Place place = finding.place();
    section("vim +" + place.line() + " " + VisibleText.of(place.file()), out);
    out.write("\n");
    Optional<SourceText> source = sources.source(place.file());
    if (source.isPresent() && place.line() <= source.get().lineCount()) {
      int last = Math.min(source.get().lineCount(), place.line() + CONTEXT);
      for (int number = Math.max(1, place.line() - CONTEXT); number <= last; number++) {
        String text = source.get().text(source.get().lineSpan(number));
        String line =
            "%s%6d\t%s".formatted(number == place.line() ? " > " : "   ", number, tabs(text));
        out.write(line.stripTrailing() + "\n");
      }
      out.write("\n");
    }
    for (WitnessStep step : finding.witness()) {
      out.write(
          Passage.place(step.place())
              + Passage.inFunction(step.place())
              + ": "
              + VisibleText.of(step.text())
              + "\n");
    }
    if (!Passage.when(finding).isEmpty()) {
      out.write(VisibleText.of(Passage.when(finding)) + "\n");
    }
    if (!finding.reason().isEmpty()) {
      out.write(Passage.reason(finding) + "\n");
    }
  }

  /** Source as it is, but for what acts on a terminal; tabs stay tabs. */
  private static String tabs(String text) {
    return Arrays.stream(text.split("\t", -1))
        .map(VisibleText::of)
        .collect(Collectors.joining("\t"));
  }
}
