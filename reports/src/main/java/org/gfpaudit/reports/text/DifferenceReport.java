package org.gfpaudit.reports.text;

import java.io.IOException;
import java.io.Writer;
import org.gfpaudit.reports.format.Passage;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.review.Difference;
import org.gfpaudit.rules.review.KnownFinding;

/** What is new between two runs, what is gone and what went to another file. */
public final class DifferenceReport {
  private final Style style;

  public DifferenceReport(Style style) {
    this.style = style;
  }

  /** Writes {@code difference} to {@code out}. */
  public void write(Difference difference, Writer out) throws IOException {
    Passage passage = new Passage(out, style);
    for (Difference.Appeared appeared : difference.appeared()) {
      line("new", appeared.finding(), passage);
      for (String cause : appeared.causes()) {
        passage.line("    " + VisibleText.of(cause));
      }
    }
    for (KnownFinding gone : difference.gone()) {
      line("fixed", gone, passage);
    }
    for (Difference.Moved changed : difference.changed()) {
      line("changed", changed.now(), passage);
      passage.line("    was " + VisibleText.of(changed.before().rule()) + " before");
    }
    int shifted = 0;
    for (Difference.Moved moved : difference.moved()) {
      if (moved.now().place().file().equals(moved.before().place().file())) {
        shifted++;
      } else {
        line("moved", moved.now(), passage);
        passage.line("    was at " + Passage.place(moved.before().place()));
      }
    }
    int elsewhere = difference.moved().size() - shifted;
    passage.line(
        style.bold(
            VisibleText.of(difference.older())
                + " -> "
                + VisibleText.of(difference.newer())
                + ": "
                + difference.appeared().size()
                + " new, "
                + difference.gone().size()
                + " fixed, "
                + (difference.changed().isEmpty() ? "" : difference.changed().size() + " changed, ")
                + elsewhere
                + " moved to another file, "
                + shifted
                + " on another line"
                + ", "
                + difference.unchanged()
                + " unchanged"));
  }

  private void line(String word, KnownFinding finding, Passage passage) throws IOException {
    passage.line(
        style.bold(word + ":")
            + " "
            + Passage.place(finding.place())
            + ": "
            + style.level(finding.level(), finding.level().word() + ":")
            + " "
            + VisibleText.of(finding.message() + " [" + finding.rule() + " " + finding.id() + "]"));
  }
}
