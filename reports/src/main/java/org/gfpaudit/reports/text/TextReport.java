package org.gfpaudit.reports.text;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.gfpaudit.reports.format.Excerpt;
import org.gfpaudit.reports.format.Passage;
import org.gfpaudit.reports.format.Report;
import org.gfpaudit.reports.format.SourceLookup;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.reports.format.Tally;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Evidence;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Problem;

/** Findings as a compiler shows its own, and a summary of the whole audit. */
public final class TextReport implements Report {
  private static final int MAX_LISTED_PLACES = 8;
  private static final int MAX_EVIDENCE = 2;

  private final SourceLookup sources;
  private final Style style;

  public TextReport(SourceLookup sources, Style style) {
    this.sources = sources;
    this.style = style;
  }

  @Override
  public void write(AuditResult result, Writer out) throws IOException {
    for (Finding finding : result.findings()) {
      write(finding, out);
      out.write('\n');
    }
    writeSummary(result, out);
  }

  private void write(Finding finding, Writer out) throws IOException {
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
  }

  private void writeSummary(AuditResult result, Writer out) throws IOException {
    Passage passage = new Passage(out, style);
    String kernel =
        result.kernelVersion().isEmpty()
            ? ""
            : "linux " + VisibleText.of(result.kernelVersion()) + ": ";
    passage
        .line(style.bold(kernel + Tally.findingsInWords(result.findings())))
        .line("  " + Tally.verdictsInWords(result.rows(), AuditRow.Kind.SITE))
        .line("  " + Tally.verdictsInWords(result.rows(), AuditRow.Kind.ORIGIN));
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
