package org.gfpaudit.reports.format;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.gfpaudit.rules.finding.Evidence;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.WitnessStep;

/** Pieces that the reports for people share, written line by line with safe text. */
public final class Passage {
  private final Writer out;
  private final Style style;

  public Passage(Writer out, Style style) {
    this.out = out;
    this.style = style;
  }

  /** Writes one line; {@code text} must be safe already. */
  public Passage line(String text) throws IOException {
    out.write(text);
    out.write('\n');
    return this;
  }

  /** Writes the lines of an excerpt with their numbers. */
  public Passage excerpt(List<Excerpt.Line> lines) throws IOException {
    for (Excerpt.Line line : lines) {
      if (line.number() == 0) {
        line(style.dim("       ..."));
        continue;
      }
      line(style.dim(String.format("%6d |", line.number())) + spaced(line.text()));
      if (!line.marks().isEmpty()) {
        line(style.dim("       |") + " " + style.mark(line.marks()));
      }
    }
    return this;
  }

  /** Writes the steps of a witness path, numbered from 1. */
  public Passage steps(List<WitnessStep> witness, String indent) throws IOException {
    int number = 1;
    for (WitnessStep step : witness) {
      line(
          indent
              + number++
              + ". "
              + place(step.place())
              + inFunction(step.place())
              + ": "
              + VisibleText.of(step.text()));
    }
    return this;
  }

  /** {@code file:line:column}, made safe. */
  public static String place(Place place) {
    return VisibleText.of(place.file()) + ":" + place.line() + ":" + place.column();
  }

  /** {@code " in function"}, made safe; empty at file scope. */
  public static String inFunction(Place place) {
    return place.function().isEmpty() ? "" : " in " + VisibleText.of(place.function());
  }

  /** {@code "why a warning: REASON"}, made safe. */
  public static String reason(Finding finding) {
    return VisibleText.of(why(finding));
  }

  /** As {@link #reason}, for those who make it safe themselves. */
  public static String why(Finding finding) {
    String article = finding.level() == Level.ERROR ? "an " : "a ";
    return "why " + article + finding.level().word() + ": " + finding.reason();
  }

  /** {@code "when CONDITION"}, or empty where it always is; not made safe. */
  public static String when(Finding finding) {
    String condition = finding.flagged().condition().toString();
    return condition.isEmpty() ? "" : "when " + condition;
  }

  /** The message with the condition, for formats that have one text. */
  public static String messageWhen(Finding finding) {
    String when = when(finding);
    return finding.message() + (when.isEmpty() ? "" : " (" + when + ")");
  }

  /** {@code "TEXT (file:line)"}, made safe. */
  public static String evidence(Evidence evidence) {
    return VisibleText.of(evidence.text() + " (" + evidence.place().fileAndLine() + ")");
  }

  private static String spaced(String text) {
    return text.isEmpty() ? "" : " " + text;
  }
}
