package org.gfpaudit.reports.text;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.gfpaudit.reports.format.Excerpt;
import org.gfpaudit.reports.format.FindingsReport;
import org.gfpaudit.reports.format.Passage;
import org.gfpaudit.reports.format.SourceLookup;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.reports.format.Tally;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Evidence;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.rules.review.KnownFinding;
import org.gfpaudit.rules.review.Review;
import org.gfpaudit.rules.review.Reviewed;
import org.gfpaudit.rules.review.Standing;

/** Findings as a compiler shows its own, and a summary of the whole audit. */
public final class TextReport implements FindingsReport {
  private static final int MAX_LISTED_PLACES = 8;
  private static final int MAX_EVIDENCE = 2;

  private final SourceLookup sources;
  private final Style style;

  public TextReport(SourceLookup sources, Style style) {
    this.sources = sources;
    this.style = style;
  }

  @Override
  public void write(Review review, Writer out) throws IOException {
    for (Reviewed reviewed : review.findings()) {
      if (reviewed.isNew()) {
        write(reviewed, out);
        out.write('\n');
      }
    }
    writeGone(review, out);
    writeSummary(review, out);
  }

  private void write(Reviewed reviewed, Writer out) throws IOException {
    Finding finding = reviewed.finding();
    Passage passage = new Passage(out, style);
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
    if (finding.witness().size() == 1) {
      passage.steps(finding.witness(), "  ");
    } else if (finding.witness().size() > 1) {
      passage.line("  the way of the mask:").steps(finding.witness(), "    ");
    }
    List<String> origins =
        finding.row().stream()
            .flatMap(row -> row.origins().stream())
            .map(origin -> VisibleText.of(origin.fileAndLine()))
            .distinct()
            .toList();
    if (origins.size() > 1) {
      passage.line("  origins: " + listed(origins));
    }
    String condition = finding.flagged().condition().toString();
    if (!condition.isEmpty()) {
      passage.line("  when: " + VisibleText.of(condition));
    }
    String note = finding.row().map(AuditRow::note).orElse("");
    if (!note.isEmpty()) {
      passage.line("  note: " + VisibleText.of(note));
    }
    if (!finding.reason().isEmpty()) {
      passage.line("  " + Passage.reason(finding));
    }
    for (Evidence evidence :
        finding.evidence().subList(0, Math.min(MAX_EVIDENCE, finding.evidence().size()))) {
      passage.line("  evidence: " + Passage.evidence(evidence));
    }
    if (reviewed.fix().isPresent()) {
      passage.line("  fix: " + VisibleText.of(reviewed.fix().get().summary()));
    }
  }

  private void writeGone(Review review, Writer out) throws IOException {
    if (review.gone().isEmpty()) {
      return;
    }
    Passage passage = new Passage(out, style);
    passage.line(style.bold("fixed since " + names(review) + ":"));
    for (KnownFinding gone : review.gone()) {
      passage.line(
          "  "
              + Passage.place(gone.place())
              + ": "
              + VisibleText.of(gone.message() + " [" + gone.rule() + " " + gone.id() + "]"));
    }
    out.write('\n');
  }

  private static String names(Review review) {
    return VisibleText.of(String.join(" and ", review.comparedWith()));
  }

  private void writeSummary(Review review, Writer out) throws IOException {
    AuditResult result = review.audit();
    Passage passage = new Passage(out, style);
    String kernel =
        result.kernelVersion().isEmpty()
            ? ""
            : "linux " + VisibleText.of(result.kernelVersion()) + ": ";
    passage
        .line(
            style.bold(
                kernel
                    + (review.isCompared() ? "new: " : "")
                    + Tally.findingsInWords(review.newFindings())))
        .line("  " + Tally.verdictsInWords(result.rows(), AuditRow.Kind.SITE))
        .line("  " + Tally.verdictsInWords(result.rows(), AuditRow.Kind.ORIGIN));
    if (review.isCompared()) {
      passage.line(
          "  held against "
              + names(review)
              + ": "
              + review.standing(Standing.KNOWN).size()
              + " known, "
              + review.gone().size()
              + " fixed");
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

  private static String listed(List<String> places) {
    String some = places.stream().limit(MAX_LISTED_PLACES).collect(Collectors.joining(", "));
    int more = places.size() - MAX_LISTED_PLACES;
    return more > 0 ? some + " and " + more + " more" : some;
  }
}
