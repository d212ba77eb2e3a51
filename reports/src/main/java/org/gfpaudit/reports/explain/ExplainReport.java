package org.gfpaudit.reports.explain;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gfpaudit.reports.format.Excerpt;
import org.gfpaudit.reports.format.ExplainedRow;
import org.gfpaudit.reports.format.Mending;
import org.gfpaudit.reports.format.Passage;
import org.gfpaudit.reports.format.SourceLookup;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Consequence;
import org.gfpaudit.rules.finding.ConstrainerSite;
import org.gfpaudit.rules.finding.DeviceContext;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.MappingKinds;
import org.gfpaudit.rules.finding.MaskParts;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Proof;
import org.gfpaudit.rules.finding.Protection;
import org.gfpaudit.rules.finding.WitnessStep;
import org.gfpaudit.rules.fix.Way;

/**
 * All that is known of a row: its findings, its mask, the way of it, who sets the masks of the
 * mappings, and what would mend it. It fits one screen unless everything is asked for.
 */
public final class ExplainReport {
  private static final int WIDTH = 100;
  private static final String FACT = "%-8s ";
  private static final int FACT_HANG = 9;

  /**
   * How many of each are shown.
   *
   * @param evidence and of what tells the kind of an inode
   */
  private record Most(int steps, int origins, int setters, int drivers, int evidence) {
    static final Most SCREEN = new Most(4, 3, 2, 2, 2);
    static final Most ALL =
        new Most(
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE);
  }

  private final SourceLookup sources;
  private final Style style;
  private final Most most;

  /**
   * @param isWhole whether every step, origin and setter is shown, and not the first few
   */
  public ExplainReport(SourceLookup sources, Style style, boolean isWhole) {
    this.sources = sources;
    this.style = style;
    this.most = isWhole ? Most.ALL : Most.SCREEN;
  }

  /** Writes one row to {@code out}. */
  public void write(ExplainedRow explained, Writer out) throws IOException {
    AuditRow row = explained.row();
    Proof proof = explained.proof();
    List<Finding> findings = explained.findings();
    Passage passage = new Passage(out, style, WIDTH);
    String kind = row.kind().name().toLowerCase(Locale.ROOT);
    passage.line(
        style.bold(Passage.place(row.place()) + ": " + kind) + Passage.inFunction(row.place()));
    excerpt(passage, row);
    for (Finding finding : findings) {
      head(passage, finding);
    }
    fact(
        passage,
        "verdict",
        style.verdict(row.verdict(), row.verdict().word())
            + (findings.isEmpty() || most.equals(Most.ALL) ? ": " + explained.meaning() : ""));
    fact(passage, "sink", VisibleText.of(sink(row)));
    fact(passage, "when", VisibleText.of(row.condition().toString()));
    fact(passage, "note", VisibleText.of(row.note()));
    parts(passage, proof.mask());
    protection(passage, row.protection());
    origins(passage, row);
    Set<Object> said = new HashSet<>();
    for (Finding finding : findings) {
      grounds(passage, finding, said);
    }
    if (findings.isEmpty() && !proof.chain().isEmpty()) {
      passage.line(style.bold("the way of the mask:"));
      steps(passage, proof.chain());
    }
    if (!proof.scopes().isEmpty()) {
      passage.line(style.bold("task scopes, from the call upwards:"));
      steps(passage, proof.scopes());
    }
    mending(passage, explained.mending());
  }

  /** Writes a finding that is about no row to {@code out}. */
  public void write(Finding finding, Mending mending, Writer out) throws IOException {
    Passage passage = new Passage(out, style, WIDTH);
    passage.line(style.bold(Passage.place(finding.place())) + Passage.inFunction(finding.place()));
    var source = sources.source(finding.place().file());
    if (source.isPresent()) {
      passage.excerpt(Excerpt.of(source.get(), finding.flagged()));
    }
    passage.line("");
    head(passage, finding);
    fact(passage, "when", VisibleText.of(finding.flagged().condition().toString()));
    grounds(passage, finding, new HashSet<>());
    mending(passage, mending);
  }

  /** One line for a row: place, verdict, and the findings about it. */
  public void writeLine(ExplainedRow explained, Writer out) throws IOException {
    AuditRow row = explained.row();
    StringBuilder line = new StringBuilder(Passage.place(row.place()));
    line.append(Passage.inFunction(row.place())).append(": ");
    line.append(style.verdict(row.verdict(), row.verdict().word()));
    line.append(" at ").append(VisibleText.of(row.sink())).append("()");
    for (Finding finding : explained.findings()) {
      line.append(", ").append(named(finding));
    }
    new Passage(out, style).line(line.toString());
  }

  /** One line for a finding that is about no row. */
  public void writeLine(Finding finding, Writer out) throws IOException {
    String line =
        Passage.place(finding.place())
            + Passage.inFunction(finding.place())
            + ": "
            + named(finding);
    new Passage(out, style).line(line);
  }

  private String named(Finding finding) {
    return style.level(finding.level(), finding.level().word())
        + " "
        + VisibleText.of(finding.id())
        + " ["
        + VisibleText.of(finding.rule())
        + "]";
  }

  /** The sink with what it is given. */
  private static String sink(AuditRow row) {
    return row.sink()
        + (row.mask().isEmpty() ? "" : ", mask " + row.mask())
        + (row.mapping().isEmpty() ? "" : ", mapping " + row.mapping());
  }

  /** The mask taken apart: which memory, which context, and the rest. */
  private static void parts(Passage passage, MaskParts mask) throws IOException {
    fact(passage, "memory", String.join(" ", mask.memory()));
    fact(passage, "context", String.join(" ", mask.context()));
    fact(passage, "besides", String.join(" ", mask.modifiers()));
    fact(passage, "bounds", VisibleText.of(String.join(", ", mask.bounds())));
  }

  /** What reclaim may do there. */
  private static void protection(Passage passage, Protection protection) throws IOException {
    fact(passage, "reclaim", VisibleText.of(String.join(", ", protection.told())));
    if (protection.outside().isPresent()) {
      Place outside = protection.outside().get();
      fact(
          passage,
          protection.told().isEmpty() ? "reclaim" : "",
          "its other callers hold a scope, not so "
              + Passage.place(outside)
              + Passage.inFunction(outside));
    }
  }

  /** What is wrong, and why it matters as much as it does. */
  private void head(Passage passage, Finding finding) throws IOException {
    passage.prose("", named(finding) + ": " + VisibleText.of(finding.message()), 2);
    if (!finding.reason().isEmpty()) {
      passage.prose("  ", Passage.reason(finding), 2);
    }
  }

  /**
   * What a finding rests on.
   *
   * @param said what was written of the findings before it, and is not written again
   */
  private void grounds(Passage passage, Finding finding, Set<Object> said) throws IOException {
    if (finding.consequence().reentry().isPresent()) {
      passage.reentry(finding.consequence().reentry().get(), "");
    } else if (said.add(finding.witness())) {
      passage.line(style.bold(Passage.overSteps(finding)));
      steps(passage, finding.witness());
    }
    if (said.add(finding.consequence())) {
      consequence(passage, finding.consequence());
    }
    if (!finding.constrainers().isEmpty() && said.add(finding.constrainers())) {
      constrainers(passage, finding.constrainers());
    }
    if (!finding.evidence().isEmpty() && said.add(finding.evidence())) {
      list(
          passage,
          "evidence:",
          finding.evidence().stream().map(Passage::evidence).toList(),
          most.evidence());
    }
  }

  /** What inode it is, who can store to it, and what was looked for in vain. */
  private void consequence(Passage passage, Consequence consequence) throws IOException {
    if (consequence.equals(Consequence.NONE)) {
      return;
    }
    MappingKinds kinds = consequence.kinds();
    if (kinds.isKnown()) {
      list(
          passage,
          "the inode: " + VisibleText.of(kinds.text()),
          kinds.evidence().stream()
              .map(told -> Passage.place(told.place()) + ": " + VisibleText.of(told.text()))
              .toList(),
          most.evidence());
    }
    if (consequence.below().isPresent()) {
      passage.prose("", "it runs in " + VisibleText.of(consequence.below().get().text()), 2);
    }
    if (!consequence.devices().isEmpty()) {
      list(
          passage,
          "what can store to it:",
          consequence.devices().stream().map(DeviceContext::text).map(VisibleText::of).toList(),
          most.drivers());
    }
    if (!consequence.inVain().isEmpty()) {
      passage.prose("", "not found: " + VisibleText.of(String.join("; ", consequence.inVain())), 2);
    }
  }

  /** Who sets the masks of the mappings, those that clear the bit first. */
  private void constrainers(Passage passage, List<ConstrainerSite> constrainers)
      throws IOException {
    list(
        passage,
        "who sets the masks of these mappings:",
        constrainers.stream()
            .map(
                each ->
                    Passage.place(each.place())
                        + Passage.inFunction(each.place())
                        + ": "
                        + VisibleText.of(inWords(each, most.equals(Most.ALL))))
            .toList(),
        most.setters());
  }

  private void list(Passage passage, String title, List<String> all, int bound) throws IOException {
    passage.line(style.bold(title));
    for (String each : all.subList(0, Math.min(bound, all.size()))) {
      passage.prose("  - ", each, 0);
    }
    more(passage, all.size() - bound);
  }

  private static void more(Passage passage, int count) throws IOException {
    if (count > 0) {
      passage.line("  and " + count + " more, with -v");
    }
  }

  /** Steps with their numbers; of many, the first and the last one. */
  private void steps(Passage passage, List<WitnessStep> all) throws IOException {
    if (all.size() <= most.steps()) {
      passage.steps(all, "  ");
      return;
    }
    List<WitnessStep> first = all.subList(0, most.steps() - 2);
    passage.steps(first, "  ");
    passage.line("  ... " + (all.size() - first.size() - 1) + " more, with -v");
    passage.step(all.size(), all.get(all.size() - 1), "  ");
  }

  /** What each strategy says, and the command to copy. */
  private void mending(Passage passage, Mending mending) throws IOException {
    if (mending.ways().isEmpty()) {
      return;
    }
    passage.line(style.bold("ways to mend it, the smallest change last:"));
    Map<String, List<String>> words = new LinkedHashMap<>();
    for (Way way : mending.ways()) {
      words
          .computeIfAbsent(
              (way.isOffered() ? "a patch; " : "no patch; ") + way.text(), t -> new ArrayList<>())
          .add(way.strategy().word());
    }
    for (Map.Entry<String, List<String>> way : words.entrySet()) {
      passage.prose(
          "  ", String.join(", ", way.getValue()) + ": " + VisibleText.of(way.getKey()), 2);
    }
    if (!mending.command().isEmpty()) {
      passage.line("the patch, which a second audit has to confirm:");
      passage.line("  " + VisibleText.of(mending.command()));
    }
  }

  private static String inWords(ConstrainerSite constrainer, boolean isWhole) {
    return constrainer.mapping()
        + " gets "
        + constrainer.mask()
        + ", which "
        + constrainer.effect()
        + (constrainer.about().isEmpty() || !isWhole ? "" : " (" + constrainer.about() + ")");
  }

  /** Where the mask comes from, with the text of the line. */
  private void origins(Passage passage, AuditRow row) throws IOException {
    // An origin that is the call itself is underlined already.
    boolean isHere =
        row.origins().size() == 1
            && row.origins().get(0).file().equals(row.place().file())
            && row.origins().get(0).function().equals(row.place().function());
    if (row.origins().isEmpty() || isHere) {
      return;
    }
    passage.line(style.bold("origins:"));
    Map<String, Place> byLine = new LinkedHashMap<>();
    row.origins().forEach(origin -> byLine.putIfAbsent(origin.fileAndLine(), origin));
    for (Place origin : byLine.values().stream().limit(most.origins()).toList()) {
      String text =
          sources
              .source(origin.file())
              .filter(source -> origin.line() <= source.lineCount())
              .map(source -> ": " + source.text(source.lineSpan(origin.line())).strip())
              .orElse("");
      passage.prose(
          "  ", Passage.place(origin) + Passage.inFunction(origin) + VisibleText.of(text), 2);
    }
    more(passage, byLine.size() - most.origins());
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
      passage.prose(String.format("  " + FACT, name), value, 0, " ".repeat(2 + FACT_HANG));
    }
  }
}
