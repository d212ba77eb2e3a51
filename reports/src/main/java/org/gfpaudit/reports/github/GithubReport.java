package org.gfpaudit.reports.github;

import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import org.gfpaudit.reports.format.FindingsReport;
import org.gfpaudit.reports.format.Passage;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.WitnessStep;
import org.gfpaudit.rules.review.Review;

/**
 * One workflow command for each new finding. GitHub shows the first ten errors and the first ten
 * warnings of a step, so the worst come first.
 */
public final class GithubReport implements FindingsReport {
  @Override
  public void write(Review review, Writer out) throws IOException {
    List<Finding> worstFirst =
        review.newFindings().stream().sorted(Comparator.comparing(Finding::level)).toList();
    for (Finding finding : worstFirst) {
      Place place = finding.place();
      out.write(
          "::"
              + command(finding.level())
              + " file="
              + property(VisibleText.of(place.file()))
              + ",line="
              + place.line()
              + ",col="
              + place.column()
              + ",title="
              + property(VisibleText.of("gfpaudit: " + finding.rule() + " " + finding.id()))
              + "::"
              + data(message(finding))
              + "\n");
    }
  }

  private static String message(Finding finding) {
    StringBuilder message = new StringBuilder(VisibleText.of(finding.message()));
    for (WitnessStep step : finding.witness()) {
      message
          .append("\n  ")
          .append(Passage.place(step.place()))
          .append(Passage.inFunction(step.place()))
          .append(": ")
          .append(VisibleText.of(step.text()));
    }
    if (!Passage.when(finding).isEmpty()) {
      message.append("\n").append(VisibleText.of(Passage.when(finding)));
    }
    if (!finding.reason().isEmpty()) {
      message.append("\n").append(Passage.reason(finding));
    }
    return message.toString();
  }

  private static String command(Level level) {
    return level == Level.NOTE ? "notice" : level.word();
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
