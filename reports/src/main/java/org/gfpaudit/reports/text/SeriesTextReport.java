package org.gfpaudit.reports.text;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.gfpaudit.reports.format.Passage;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.reports.format.Tally;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.review.PatchOutcome;
import org.gfpaudit.rules.review.SeriesReview;

/** What each patch of a series does, below the findings; patches without effect are counted. */
public final class SeriesTextReport {
  private final Style style;
  private final Level least;

  /**
   * @param least the least level of what is shown
   */
  public SeriesTextReport(Style style, Level least) {
    this.style = style;
    this.least = least;
  }

  /** Writes nothing where there is no patch. */
  public void write(SeriesReview series, Writer out) throws IOException {
    if (series.outcomes().isEmpty()) {
      return;
    }
    Passage passage = new Passage(out, style, TextReport.WIDTH);
    int without = 0;
    for (PatchOutcome outcome : series.outcomes()) {
      if (outcome.isNone()) {
        without++;
        continue;
      }
      List<String> does = new ArrayList<>();
      if (!outcome.brought().isEmpty()) {
        does.add("brings " + Tally.count(outcome.brought().size(), "finding"));
      }
      if (!outcome.fixed().isEmpty()) {
        does.add("fixes " + outcome.fixed().size());
      }
      passage.prose(
          "  ",
          VisibleText.of(outcome.patch().name()) + " " + String.join(", ", does),
          TextReport.HANG);
      for (PatchOutcome.Brought brought : series.worthSaying(outcome, least)) {
        if (brought.takenAwayBy().isPresent()) {
          Finding finding = brought.finding();
          passage.prose(
              "    ",
              Passage.place(finding.place())
                  + ": "
                  + VisibleText.of(
                      finding.message()
                          + " ["
                          + finding.rule()
                          + "], until "
                          + brought.takenAwayBy().get().name()
                          + " takes it away again"),
              TextReport.HANG);
        }
      }
    }
    passage.line(
        "  "
            + (series.outcomes().size() == 1 ? "1 patch" : series.outcomes().size() + " patches")
            + " applied in memory, "
            + without
            + " without effect on the findings");
  }
}
