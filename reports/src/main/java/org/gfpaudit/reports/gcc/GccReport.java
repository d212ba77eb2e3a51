package org.gfpaudit.reports.gcc;

import java.io.IOException;
import java.io.Writer;
import java.util.function.UnaryOperator;
import org.gfpaudit.reports.format.FindingsReport;
import org.gfpaudit.reports.format.Passage;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Evidence;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.WitnessStep;
import org.gfpaudit.rules.review.Review;

/**
 * {@code file:line:column: warning: text [ID] [-Wrule]} per finding, followed by a {@code note:}
 * line per step of the witness path, if these are wanted. Nothing else is written, so that every
 * line can be parsed. Findings that are known or waived are left out.
 */
public final class GccReport implements FindingsReport {
  private final UnaryOperator<String> nameFromHere;
  private final boolean hasNotes;

  /**
   * @param nameFromHere the name by which an editor that runs where we do opens a file of the tree
   * @param hasNotes whether the lines below a finding are written
   */
  public GccReport(UnaryOperator<String> nameFromHere, boolean hasNotes) {
    this.nameFromHere = nameFromHere;
    this.hasNotes = hasNotes;
  }

  @Override
  public void write(Review review, Writer out) throws IOException {
    for (Finding finding : review.newFindings()) {
      String text = finding.message() + " [" + finding.id() + "] [-W" + finding.rule() + "]";
      line(out, finding.place(), finding.level().word(), text);
      if (hasNotes) {
        notes(finding, out);
      }
    }
  }

  private void notes(Finding finding, Writer out) throws IOException {
    for (WitnessStep step : finding.witness()) {
      line(out, step.place(), "note", step.text() + Passage.inFunction(step.place()));
    }
    String condition = finding.flagged().condition().toString();
    if (!condition.isEmpty()) {
      line(out, finding.place(), "note", "when " + condition);
    }
    String note = finding.row().map(AuditRow::note).orElse("");
    if (!note.isEmpty()) {
      line(out, finding.place(), "note", note);
    }
    if (!finding.reason().isEmpty()) {
      line(out, finding.place(), "note", Passage.why(finding));
    }
    for (Evidence evidence : finding.evidence()) {
      line(out, evidence.place(), "note", "evidence: " + evidence.text());
    }
  }

  private void line(Writer out, Place place, String level, String text) throws IOException {
    String name = VisibleText.of(nameFromHere.apply(place.file()));
    out.write(
        name
            + ":"
            + place.line()
            + ":"
            + place.column()
            + ": "
            + level
            + ": "
            + VisibleText.of(text)
            + "\n");
  }
}
