package org.gfpaudit.reports.explain;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.gfpaudit.reports.format.Excerpt;
import org.gfpaudit.reports.format.Passage;
import org.gfpaudit.reports.format.SourceLookup;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.ConstrainerSite;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.Place;

/** Site, verdict, origins, and the chain of calls from origin to sink. */
public final class ExplainReport {
  private static final int MAX_ORIGINS = 20;
  private static final int MAX_CONSTRAINERS = 12;

  private final SourceLookup sources;
  private final Style style;

  public ExplainReport(SourceLookup sources, Style style) {
    this.sources = sources;
    this.style = style;
  }

  /** Writes {@code row} and {@code findings}, those that rules have about it, to {@code out}. */
  public void write(AuditRow row, List<Finding> findings, Writer out) throws IOException {
    Passage passage = new Passage(out, style);
    String kind = row.kind().name().toLowerCase(Locale.ROOT);
    passage.line(
        style.bold(Passage.place(row.place()) + ": " + kind) + Passage.inFunction(row.place()));
    excerpt(passage, row);
    fact(passage, "verdict", style.verdict(row.verdict(), row.verdict().word()));
    passage.line("           " + Meaning.of(row.verdict()));
    fact(passage, "sink", VisibleText.of(row.sink()));
    fact(passage, "mask", VisibleText.of(row.mask()));
    fact(passage, "mapping", VisibleText.of(row.mapping()));
    fact(passage, "when", VisibleText.of(row.condition().toString()));
    fact(passage, "note", VisibleText.of(row.note()));
    origins(passage, row);
    for (Finding finding : findings) {
      finding(passage, finding);
    }
    List<String> ways = Meaning.waysToMend(row.verdict());
    if (!ways.isEmpty() && !findings.isEmpty()) {
      passage.line("").line(style.bold("ways to mend it, the smallest change last:"));
      for (int i = 0; i < ways.size(); i++) {
        passage.line("  " + (i + 1) + ". " + ways.get(i));
      }
    }
  }

  private void finding(Passage passage, Finding finding) throws IOException {
    passage.line("");
    passage.line(
        style.level(finding.level(), finding.level().word())
            + " "
            + VisibleText.of(finding.id())
            + " ["
            + VisibleText.of(finding.rule())
            + "]: "
            + VisibleText.of(finding.message()));
    if (!finding.reason().isEmpty()) {
      passage.line("  " + Passage.reason(finding));
    }
    passage.line("  the way of the mask:").steps(finding.witness(), "    ");
    constrainers(passage, finding.constrainers());
  }

  /** Who sets the masks of the mappings, those that clear the bit first. */
  private static void constrainers(Passage passage, List<ConstrainerSite> constrainers)
      throws IOException {
    if (constrainers.isEmpty()) {
      return;
    }
    passage.line("  who sets the masks of these mappings:");
    for (ConstrainerSite constrainer :
        constrainers.subList(0, Math.min(MAX_CONSTRAINERS, constrainers.size()))) {
      passage.line(
          "    "
              + Passage.place(constrainer.place())
              + Passage.inFunction(constrainer.place())
              + ": "
              + VisibleText.of(inWords(constrainer)));
    }
    int more = constrainers.size() - MAX_CONSTRAINERS;
    if (more > 0) {
      passage.line("    and " + more + " more");
    }
  }

  private static String inWords(ConstrainerSite constrainer) {
    return constrainer.mapping()
        + " gets "
        + constrainer.mask()
        + ", which "
        + constrainer.effect()
        + (constrainer.about().isEmpty() ? "" : " (" + constrainer.about() + ")");
  }

  private void origins(Passage passage, AuditRow row) throws IOException {
    if (row.origins().isEmpty()) {
      return;
    }
    passage.line("").line(style.bold("origins:"));
    List<Place> shown = row.origins().subList(0, Math.min(MAX_ORIGINS, row.origins().size()));
    for (Place origin : shown) {
      passage.line("  " + Passage.place(origin) + Passage.inFunction(origin));
      var source = sources.source(origin.file());
      if (source.isPresent()) {
        passage.excerpt(Excerpt.of(source.get(), origin));
      }
    }
    int more = row.origins().size() - shown.size();
    if (more > 0) {
      passage.line("  and " + more + " more");
    }
  }

  private void excerpt(Passage passage, AuditRow row) throws IOException {
    var source = sources.source(row.place().file());
    if (source.isPresent()) {
      passage.excerpt(Excerpt.of(source.get(), Flagged.of(row)));
    }
    passage.line("");
  }

  private static void fact(Passage passage, String name, String value) throws IOException {
    if (!value.isEmpty()) {
      passage.line(String.format("  %-8s ", name) + value);
    }
  }
}
