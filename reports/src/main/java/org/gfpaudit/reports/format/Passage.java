package org.gfpaudit.reports.format;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.gfpaudit.rules.finding.ChainStep;
import org.gfpaudit.rules.finding.Evidence;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Reentry;
import org.gfpaudit.rules.finding.WitnessStep;

/** Pieces that the reports for people share, written line by line with safe text. */
public final class Passage {
  /** Continued steps stand below their text, not below their number. */
  private static final int STEP_HANG = 3;

  private final Writer out;
  private final Style style;
  private final int width;

  /** A passage whose lines are as long as what they say. */
  public Passage(Writer out, Style style) {
    this(out, style, Integer.MAX_VALUE);
  }

  /**
   * A passage whose prose is broken between words.
   *
   * @param width how many columns a line of prose may take
   */
  public Passage(Writer out, Style style, int width) {
    this.out = out;
    this.style = style;
    this.width = width;
  }

  /** Writes one line; {@code text} must be safe already. */
  public Passage line(String text) throws IOException {
    out.write(text);
    out.write('\n');
    return this;
  }

  /**
   * Writes a sentence in lines that are as wide as this passage. A word that is wider stands alone;
   * {@code text} must be safe already.
   *
   * @param indent the blanks before the first line
   * @param hang how many blanks more stand before the others
   */
  public Passage prose(String indent, String text, int hang) throws IOException {
    return prose(indent, text, hang, " ".repeat(indent.length()));
  }

  /**
   * As {@link #prose(String, String, int)}, with other blanks before the lines that follow.
   *
   * @param below what stands before each line but the first, and before the hanging blanks
   */
  public Passage prose(String indent, String text, int hang, String below) throws IOException {
    StringBuilder current = new StringBuilder(indent);
    boolean isEmpty = true;
    for (String word : text.split(" ", -1)) {
      boolean fits = current.length() + (isEmpty ? 0 : 1) + word.length() <= width;
      if (!isEmpty && !fits) {
        line(current.toString());
        current.setLength(0);
        current.append(below).append(" ".repeat(hang));
      } else if (!isEmpty) {
        current.append(' ');
      }
      current.append(word);
      isEmpty = false;
    }
    return line(current.toString());
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
      step(number++, step.place(), step.text(), indent);
    }
    return this;
  }

  /** Writes the two halves of a deadlock, each step with its kind. */
  public Passage reentry(Reentry reentry, String indent) throws IOException {
    line(indent + VisibleText.of(reentry.overHeld())).chain(reentry.held(), indent + "  ");
    line(indent + VisibleText.of(reentry.overReclaim())).chain(reentry.reclaim(), indent + "  ");
    for (String cut : reentry.cuts()) {
      prose(indent, "but: " + VisibleText.of(cut), STEP_HANG);
    }
    prose(indent, "looked at: " + VisibleText.of(reentry.looked()), STEP_HANG);
    return this;
  }

  private Passage chain(List<ChainStep> steps, String indent) throws IOException {
    int number = 1;
    for (ChainStep step : steps) {
      step(number++, step.place(), step.text(), indent);
    }
    return this;
  }

  /** Writes one step of a witness path. */
  public Passage step(int number, WitnessStep step, String indent) throws IOException {
    step(number, step.place(), step.text(), indent);
    return this;
  }

  private void step(int number, Place at, String text, String indent) throws IOException {
    prose(
        indent,
        number + ". " + place(at) + inFunction(at) + ": " + VisibleText.of(text),
        STEP_HANG);
  }

  /** {@code file:line:column}, made safe. */
  public static String place(Place place) {
    return VisibleText.of(place.file()) + ":" + place.line() + ":" + place.column();
  }

  /**
   * What stands above the steps of a finding. They are those of a mask only where it is about a
   * row: what other rules follow is a scope or a field.
   */
  public static String overSteps(Finding finding) {
    return finding.row().isPresent() ? "the way of the mask:" : "step by step:";
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
