package org.gfpaudit.reports.text;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gfpaudit.reports.format.Grid;
import org.gfpaudit.reports.format.LevelTally;
import org.gfpaudit.reports.format.Passage;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.reports.format.Tally;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.rules.review.KnownFinding;
import org.gfpaudit.rules.review.Review;
import org.gfpaudit.rules.review.Standing;

/** The end of a report for people: how much there is, where it is, and what was not shown. */
final class TextSummary {
  private final UnaryOperator<String> subsystemOf;
  private final Style style;

  TextSummary(UnaryOperator<String> subsystemOf, Style style) {
    this.subsystemOf = subsystemOf;
    this.style = style;
  }

  /**
   * Writes the summary.
   *
   * @param review all there is
   * @param shown the part of it that was shown
   */
  void write(Review review, Review shown, Writer out) throws IOException {
    writeSubsystems(review.newFindings(), out);
    AuditResult result = review.audit();
    Passage passage = new Passage(out, style, TextReport.WIDTH);
    String kernel =
        result.kernelVersion().isEmpty()
            ? ""
            : "linux " + VisibleText.of(result.kernelVersion()) + ": ";
    passage.line(
        style.bold(
            kernel
                + (review.isCompared() ? "new: " : "")
                + Tally.findingsInWords(review.newFindings())));
    String hidden = hidden(review, shown);
    if (!hidden.isEmpty()) {
      passage.line("  " + hidden);
    }
    passage
        .prose("  ", Tally.verdictsInWords(result.rows(), AuditRow.Kind.SITE), TextReport.HANG)
        .prose("  ", Tally.verdictsInWords(result.rows(), AuditRow.Kind.ORIGIN), TextReport.HANG);
    int changed = review.standing(Standing.CHANGED).size();
    if (review.isCompared()) {
      passage.line(
          "  held against "
              + names(review)
              + ": "
              + review.standing(Standing.KNOWN).size()
              + " known, "
              + review.gone().size()
              + " fixed"
              + (changed == 0 ? "" : ", " + changed + " changed"));
    }
    int waived = review.standing(Standing.WAIVED).size();
    if (waived > 0) {
      passage.line("  " + Tally.count(waived, "finding") + " waived");
    }
    long severe = result.problems().stream().filter(Problem::severe).count();
    long mild = result.problems().size() - severe;
    if (severe > 0) {
      passage.line("  incomplete: findings may be missing, " + Tally.count(severe, "problem"));
    }
    if (mild > 0) {
      passage.line("  " + Tally.count(mild, "problem") + " without effect on the findings");
    }
  }

  /** The names of what a review was held against, made safe. */
  static String names(Review review) {
    return VisibleText.of(String.join(" and ", review.comparedWith()));
  }

  /** A line for each subsystem with findings, the worst first; none where there is one alone. */
  private void writeSubsystems(List<Finding> findings, Writer out) throws IOException {
    List<LevelTally> tallies = LevelTally.of(findings, subsystemOf);
    if (tallies.size() < 2) {
      return;
    }
    List<Level> levels = List.copyOf(Tally.byLevel(findings).keySet());
    List<Grid.Align> columns = new ArrayList<>(List.of(Grid.Align.LEFT));
    List<String> header = new ArrayList<>(List.of("SUBSYSTEM"));
    for (Level level : levels) {
      columns.add(Grid.Align.RIGHT);
      header.add(level.word() + "s");
    }
    Grid grid = new Grid(columns);
    grid.add(header);
    for (LevelTally tally : tallies) {
      List<String> cells = new ArrayList<>(List.of(VisibleText.of(tally.subsystem())));
      levels.forEach(level -> cells.add(tally.count(level) == 0 ? "-" : "" + tally.count(level)));
      grid.add(cells);
    }
    grid.write(
        out,
        (line, column, padded) -> {
          if (line == 0) {
            return style.bold(padded);
          }
          return column == 0 || padded.endsWith("-")
              ? padded
              : style.level(levels.get(column - 1), padded);
        });
    out.write('\n');
  }

  /** {@code "2 notes are not shown: ..."}, or nothing. */
  private static String hidden(Review review, Review shown) {
    Map<Level, Long> fresh = Tally.byLevel(review.newFindings());
    List<String> parts = new ArrayList<>();
    Tally.byLevel(shown.newFindings()).keySet().forEach(fresh::remove);
    fresh.forEach((level, count) -> parts.add(Tally.count(count, level.word())));
    for (Level level : Level.values()) {
      long fixed = count(review.gone(), level) - count(shown.gone(), level);
      if (fixed > 0) {
        parts.add(Tally.count(fixed, "fixed " + level.word()));
      }
    }
    if (parts.isEmpty()) {
      return "";
    }
    boolean isOne = parts.size() == 1 && parts.get(0).startsWith("1 ");
    String last = parts.remove(parts.size() - 1);
    return (parts.isEmpty() ? "" : String.join(", ", parts) + " and ")
        + last
        + (isOne ? " is" : " are")
        + " not shown: -v or --level note shows "
        + (isOne ? "it" : "them");
  }

  private static long count(List<KnownFinding> findings, Level level) {
    return findings.stream().filter(finding -> finding.level() == level).count();
  }
}
