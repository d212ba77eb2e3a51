package org.gfpaudit.reports.text;

import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.gfpaudit.reports.format.Excerpt;
import org.gfpaudit.reports.format.FindingsReport;
import org.gfpaudit.reports.format.Passage;
import org.gfpaudit.reports.format.ReportedTree;
import org.gfpaudit.reports.format.SourceLookup;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Evidence;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.review.KnownFinding;
import org.gfpaudit.rules.review.Review;
import org.gfpaudit.rules.review.Reviewed;
import org.gfpaudit.rules.review.Standing;

/**
 * Findings as a compiler shows its own, the worst first, and a summary of the whole audit. What
 * matters less than somebody wants to see is counted, not shown.
 */
public final class TextReport implements FindingsReport {
  private static final int MAX_LISTED_PLACES = 8;
  private static final int MAX_EVIDENCE = 2;

  /**
   * Prose is broken here, whatever the terminal is, so that the same audit gives the same bytes.
   * The first line of a finding stays whole: it is what people search for.
   */
  static final int WIDTH = 80;

  static final int HANG = 4;

  private final SourceLookup sources;
  private final Style style;
  private final Level least;
  private final boolean suggestsWaivers;
  private final TextSummary summary;

  /**
   * @param least the least level of what is shown
   * @param suggestsWaivers whether each finding comes with the waiver that lets it stay
   */
  public TextReport(ReportedTree tree, Style style, Level least, boolean suggestsWaivers) {
    this.sources = tree.sources();
    this.style = style;
    this.least = least;
    this.suggestsWaivers = suggestsWaivers;
    this.summary = new TextSummary(tree.subsystemOf(), style);
  }

  @Override
  public void write(Review review, Writer out) throws IOException {
    Review shown = review.atLeast(least);
    // The sort is stable: findings of one level stay in the order of their places.
    List<Reviewed> worstFirst =
        shown.standing(Standing.NEW).stream()
            .sorted(Comparator.comparing(reviewed -> reviewed.finding().level()))
            .toList();
    for (Reviewed reviewed : worstFirst) {
      write(reviewed, out);
      out.write('\n');
    }
    writeChanged(shown, out);
    writeGone(shown, out);
    summary.write(review, shown, out);
  }

  private void write(Reviewed reviewed, Writer out) throws IOException {
    Finding finding = reviewed.finding();
    Passage passage = new Passage(out, style, WIDTH);
    passage.line(
        style.bold(Passage.place(finding.place()) + ":")
            + " "
            + style.level(finding.level(), finding.level().word() + ":")
            + " "
            + style.bold(VisibleText.of(finding.message()))
            + " ["
            + VisibleText.of(finding.rule())
            + " "
            + VisibleText.of(finding.id())
            + "]");
    var source = sources.source(finding.place().file());
    if (source.isPresent()) {
      passage.excerpt(Excerpt.of(source.get(), finding.flagged()));
    }
    if (finding.consequence().reentry().isPresent()) {
      passage.reentry(finding.consequence().reentry().get(), "  ");
    } else if (finding.witness().size() == 1) {
      passage.steps(finding.witness(), "  ");
    } else if (finding.witness().size() > 1) {
      passage.line("  " + Passage.overSteps(finding)).steps(finding.witness(), "    ");
    }
    List<String> origins =
        finding.row().stream()
            .flatMap(row -> row.origins().stream())
            .map(origin -> VisibleText.of(origin.fileAndLine()))
            .distinct()
            .toList();
    if (origins.size() > 1) {
      passage.prose("  ", "origins: " + listed(origins), HANG);
    }
    String condition = finding.flagged().condition().toString();
    if (!condition.isEmpty()) {
      passage.prose("  ", "when: " + VisibleText.of(condition), HANG);
    }
    String note = finding.row().map(AuditRow::note).orElse("");
    if (!note.isEmpty()) {
      passage.prose("  ", "note: " + VisibleText.of(note), HANG);
    }
    if (!finding.reason().isEmpty()) {
      passage.prose("  ", Passage.reason(finding), HANG);
    }
    for (Evidence evidence :
        finding.evidence().subList(0, Math.min(MAX_EVIDENCE, finding.evidence().size()))) {
      passage.prose("  ", "evidence: " + Passage.evidence(evidence), HANG);
    }
    if (reviewed.fix().isPresent()) {
      passage.prose("  ", "fix: " + VisibleText.of(reviewed.fix().get().summary()), HANG);
    }
    if (suggestsWaivers) {
      waiver(finding, passage);
    }
  }

  /** An entry for the settings, as their reader takes it: an id and the reason are plain words. */
  private static void waiver(Finding finding, Passage passage) throws IOException {
    String what = finding.rule() + " in " + Passage.place(finding.place());
    passage
        .line("  waiver, for 'waivers:' in .gfpaudit.yml:")
        .line("    # " + VisibleText.of(what))
        .line("    - finding: " + VisibleText.of(finding.id()))
        .line("      reason: say here why this may stay");
  }

  /** Findings on calls whose verdict or mask is another now, and no worse. */
  private void writeChanged(Review review, Writer out) throws IOException {
    List<Reviewed> changed = review.standing(Standing.CHANGED);
    if (changed.isEmpty()) {
      return;
    }
    Passage passage = new Passage(out, style);
    passage.line(style.bold("changed since " + TextSummary.names(review) + ":"));
    for (Reviewed each : changed) {
      Finding finding = each.finding();
      String before = each.before().orElseThrow().rule();
      String rule = finding.rule();
      String was = before.equals(rule) ? "still " + rule : "was " + before + ", is " + rule;
      passage.line(
          "  "
              + Passage.place(finding.place())
              + ": "
              + VisibleText.of(finding.message() + " [" + was + " " + finding.id() + "]"));
    }
    out.write('\n');
  }

  private void writeGone(Review review, Writer out) throws IOException {
    if (review.gone().isEmpty()) {
      return;
    }
    Passage passage = new Passage(out, style);
    passage.line(style.bold("fixed since " + TextSummary.names(review) + ":"));
    for (KnownFinding gone : review.gone()) {
      passage.line(
          "  "
              + Passage.place(gone.place())
              + ": "
              + VisibleText.of(gone.message() + " [" + gone.rule() + " " + gone.id() + "]"));
    }
    out.write('\n');
  }

  private static String listed(List<String> places) {
    String some = places.stream().limit(MAX_LISTED_PLACES).collect(Collectors.joining(", "));
    int more = places.size() - MAX_LISTED_PLACES;
    return more > 0 ? some + " and " + more + " more" : some;
  }
}
