package org.gfpaudit.reports.explain;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.gfpaudit.reports.format.Excerpt;
import org.gfpaudit.reports.format.ExplainedRow;
import org.gfpaudit.reports.format.Passage;
import org.gfpaudit.reports.format.SourceLookup;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Consequence;
import org.gfpaudit.rules.finding.ConstrainerSite;
import org.gfpaudit.rules.finding.DeviceContext;
import org.gfpaudit.rules.finding.Evidence;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.MappingKinds;
import org.gfpaudit.rules.finding.MaskParts;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Proof;
import org.gfpaudit.rules.finding.Protection;

/** Site, verdict, origins, and the chain of calls from origin to sink. */
public final class ExplainReport {
  private static final int MAX_ORIGINS = 20;
  private static final int MAX_CONSTRAINERS = 6;

  private final SourceLookup sources;
  private final Style style;

  public ExplainReport(SourceLookup sources, Style style) {
    this.sources = sources;
    this.style = style;
  }

  /** Writes one row to {@code out}. */
  public void write(ExplainedRow explained, Writer out) throws IOException {
    AuditRow row = explained.row();
    List<Finding> findings = explained.findings();
    Proof proof = explained.proof();
    Passage passage = new Passage(out, style);
    String kind = row.kind().name().toLowerCase(Locale.ROOT);
    passage.line(
        style.bold(Passage.place(row.place()) + ": " + kind) + Passage.inFunction(row.place()));
    excerpt(passage, row);
    fact(passage, "verdict", style.verdict(row.verdict(), row.verdict().word()));
    passage.line("           " + explained.meaning());
    fact(passage, "sink", VisibleText.of(row.sink()));
    fact(passage, "mask", VisibleText.of(row.mask()));
    fact(passage, "mapping", VisibleText.of(row.mapping()));
    fact(passage, "when", VisibleText.of(row.condition().toString()));
    fact(passage, "note", VisibleText.of(row.note()));
    parts(passage, proof.mask());
    protection(passage, row.protection());
    origins(passage, row);
    for (Finding finding : findings) {
      finding(passage, finding);
    }
    if (findings.isEmpty() && !proof.chain().isEmpty()) {
      passage.line("").line(style.bold("the way of the mask:")).steps(proof.chain(), "  ");
    }
    if (!proof.scopes().isEmpty()) {
      passage.line("").line(style.bold("task scopes, from the call upwards:"));
      passage.steps(proof.scopes(), "  ");
    }
    List<String> ways = explained.waysToMend();
    if (!ways.isEmpty()) {
      passage.line("").line(style.bold("ways to mend it, the smallest change last:"));
      for (int i = 0; i < ways.size(); i++) {
        passage.line("  " + (i + 1) + ". " + ways.get(i));
      }
    }
  }

  /** Writes a finding that is about no row to {@code out}. */
  public void write(Finding finding, Writer out) throws IOException {
    Passage passage = new Passage(out, style);
    passage.line(style.bold(Passage.place(finding.place())) + Passage.inFunction(finding.place()));
    var source = sources.source(finding.place().file());
    if (source.isPresent()) {
      passage.excerpt(Excerpt.of(source.get(), finding.flagged()));
    }
    fact(passage, "when", VisibleText.of(finding.flagged().condition().toString()));
    finding(passage, finding);
  }

  /** The mask taken apart: which memory, which context, and the rest. */
  private static void parts(Passage passage, MaskParts mask) throws IOException {
    fact(passage, "memory", String.join(" ", mask.memory()));
    fact(passage, "context", String.join(" ", mask.context()));
    fact(passage, "besides", String.join(" ", mask.modifiers()));
    fact(passage, "bounds", VisibleText.of(String.join(", ", mask.bounds())));
  }

  /** What reclaim may do there, a line for each bit. */
  private static void protection(Passage passage, Protection protection) throws IOException {
    String name = "reclaim";
    for (String told : protection.told()) {
      fact(passage, name, VisibleText.of(told));
      name = "";
    }
    if (protection.outside().isPresent()) {
      Place outside = protection.outside().get();
      fact(
          passage,
          name,
          "its other callers hold a scope, not so "
              + Passage.place(outside)
              + Passage.inFunction(outside));
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
    if (finding.consequence().reentry().isPresent()) {
      passage.reentry(finding.consequence().reentry().get(), "  ");
    } else {
      passage.line("  " + Passage.overSteps(finding)).steps(finding.witness(), "    ");
    }
    consequence(passage, finding.consequence());
    constrainers(passage, finding.constrainers());
    if (!finding.evidence().isEmpty()) {
      passage.line("  evidence:");
      for (Evidence evidence : finding.evidence()) {
        passage.line("    - " + Passage.evidence(evidence));
      }
    }
  }

  /** What inode it is, who can store to it, and what was looked for in vain. */
  private static void consequence(Passage passage, Consequence consequence) throws IOException {
    if (consequence.equals(Consequence.NONE)) {
      return;
    }
    MappingKinds kinds = consequence.kinds();
    if (kinds.isKnown()) {
      passage.line("  the inode: " + VisibleText.of(kinds.text()));
    }
    for (MappingKinds.Told told : kinds.evidence()) {
      passage.line("    - " + Passage.place(told.place()) + ": " + VisibleText.of(told.text()));
    }
    if (consequence.below().isPresent()) {
      passage.line("  it runs in " + VisibleText.of(consequence.below().get().text()));
    }
    if (!consequence.devices().isEmpty()) {
      passage.line("  what can store to it:");
      for (DeviceContext device : consequence.devices()) {
        passage.line("    - " + VisibleText.of(device.text()));
      }
    }
    if (!consequence.inVain().isEmpty()) {
      passage.line("  not found:");
      for (String what : consequence.inVain()) {
        passage.line("    - " + VisibleText.of(what));
      }
    }
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
    // An origin that is the call itself is underlined already.
    boolean isHere =
        row.origins().size() == 1
            && row.origins().get(0).file().equals(row.place().file())
            && row.origins().get(0).function().equals(row.place().function());
    if (row.origins().isEmpty() || isHere) {
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
