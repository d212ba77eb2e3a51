package org.gfpaudit.reports.html;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.reports.diff.UnifiedDiff;
import org.gfpaudit.reports.format.Excerpt;
import org.gfpaudit.reports.format.FindingsReport;
import org.gfpaudit.reports.format.Passage;
import org.gfpaudit.reports.format.ShownWay;
import org.gfpaudit.reports.format.SourceLookup;
import org.gfpaudit.reports.format.Tally;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.catalog.RuleCatalog;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.rules.finding.Reentry;
import org.gfpaudit.rules.fix.FileChange;
import org.gfpaudit.rules.fix.Fix;
import org.gfpaudit.rules.review.KnownFinding;
import org.gfpaudit.rules.review.Review;
import org.gfpaudit.rules.review.Reviewed;

/**
 * One page that needs nothing else: no script, no font, no picture from elsewhere, and a policy
 * that forbids them. What came from a tree is escaped by the template, all of it.
 */
public final class HtmlReport implements FindingsReport {
  private static final String TEMPLATE = "findings.html.mustache";

  private final String toolVersion;
  private final String treeName;
  private final SourceLookup sources;

  /**
   * @param treeName what people call the tree
   */
  public HtmlReport(String toolVersion, String treeName, SourceLookup sources) {
    this.toolVersion = toolVersion;
    this.treeName = treeName;
    this.sources = sources;
  }

  @Override
  public void write(Review review, Writer out) throws IOException {
    // The template shows text only with two braces, which escape; it names nothing that is absent.
    Mustache.compiler()
        .strictSections(true)
        .emptyStringIsFalse(true)
        .compile(template())
        .execute(page(review), out);
  }

  private static String template() throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream(TEMPLATE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Map<String, Object> page(Review review) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("version", VisibleText.of(toolVersion));
    page.put("tree", VisibleText.of(treeName));
    page.put("kernel", VisibleText.of(review.audit().kernelVersion()));
    page.put("found", Tally.findingsInWords(review.newFindings()));
    page.put("sites", Tally.verdictsInWords(review.audit().rows(), AuditRow.Kind.SITE));
    page.put("origins", Tally.verdictsInWords(review.audit().rows(), AuditRow.Kind.ORIGIN));
    page.put("isCompared", review.isCompared());
    page.put("comparedWith", VisibleText.of(String.join(" and ", review.comparedWith())));
    page.put("findings", review.findings().stream().map(this::finding).toList());
    page.put("hasGone", !review.gone().isEmpty());
    page.put("gone", review.gone().stream().map(HtmlReport::gone).toList());
    List<Problem> severe = review.audit().problems().stream().filter(Problem::severe).toList();
    page.put("hasProblems", !severe.isEmpty());
    page.put("problems", severe.stream().map(HtmlReport::problem).toList());
    return page;
  }

  private Map<String, Object> finding(Reviewed reviewed) {
    Finding finding = reviewed.finding();
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", VisibleText.of(finding.id()));
    shown.put("level", finding.level().word());
    shown.put("standing", reviewed.standing().word());
    shown.put("isNew", reviewed.isNew());
    shown.put("rule", VisibleText.of(finding.rule()));
    shown.put(
        "help",
        RuleCatalog.byId(finding.rule()).map(rule -> rule.title() + ". " + rule.help()).orElse(""));
    shown.put("place", Passage.place(finding.place()));
    shown.put("function", VisibleText.of(finding.place().function()));
    shown.put("message", VisibleText.of(finding.message()));
    shown.put("excerpt", excerpt(finding));
    shown.put("ways", ShownWay.of(finding).stream().map(HtmlReport::way).toList());
    Optional<Reentry> reentry = finding.consequence().reentry();
    shown.put(
        "cuts",
        reentry.map(Reentry::cuts).orElse(List.of()).stream().map(VisibleText::of).toList());
    shown.put("looked", reentry.map(Reentry::looked).map(VisibleText::of).orElse(""));
    shown.put("condition", VisibleText.of(finding.flagged().condition().toString()));
    shown.put("note", VisibleText.of(finding.row().map(AuditRow::note).orElse("")));
    shown.put("reason", finding.reason().isEmpty() ? "" : Passage.reason(finding));
    shown.put("evidence", finding.evidence().stream().map(Passage::evidence).toList());
    shown.put(
        "waiver", reviewed.waiver().map(waiver -> VisibleText.of(waiver.reason())).orElse(""));
    shown.put("fixSummary", reviewed.fix().map(fix -> VisibleText.of(fix.summary())).orElse(""));
    shown.put("fix", reviewed.fix().map(this::diff).orElse(""));
    return shown;
  }

  private String excerpt(Finding finding) {
    return sources
        .source(finding.place().file())
        .map(source -> Excerpt.of(source, finding.flagged()))
        .orElse(List.of())
        .stream()
        .map(HtmlReport::line)
        .collect(Collectors.joining("\n"));
  }

  private static String line(Excerpt.Line line) {
    if (line.number() == 0) {
      return "       ...";
    }
    String text = ("%6d | " + "%s").formatted(line.number(), line.text()).stripTrailing();
    return line.marks().isEmpty() ? text : text + "\n       | " + line.marks();
  }

  private static Map<String, Object> way(ShownWay way) {
    String over = VisibleText.of(way.over());
    return Map.of(
        "over",
        over.substring(0, 1).toUpperCase(Locale.ROOT) + over.substring(1),
        "steps",
        way.steps().stream().map(HtmlReport::step).toList());
  }

  private static Map<String, Object> step(ShownWay.Step step) {
    return Map.of(
        "place",
        Passage.place(step.place()) + Passage.inFunction(step.place()),
        "text",
        VisibleText.of(step.text()));
  }

  /** The change of a fix; empty where a file cannot be read. */
  private String diff(Fix fix) {
    StringBuilder text = new StringBuilder();
    for (String file : fix.files()) {
      Optional<SourceText> source = sources.source(file);
      if (source.isEmpty()) {
        return "";
      }
      String before = new String(source.get().bytes(), StandardCharsets.ISO_8859_1);
      var edits = fix.edits().stream().filter(edit -> edit.file().equals(file)).toList();
      String diff = new UnifiedDiff(FileChange.of(file, before, edits)).text();
      // Bytes were characters; for people they are UTF-8 again.
      text.append(new String(diff.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }
    return text.toString()
        .lines()
        .map(line -> line.replace("\t", "        "))
        .map(VisibleText::of)
        .collect(Collectors.joining("\n"));
  }

  private static Map<String, Object> gone(KnownFinding known) {
    return Map.of(
        "place", Passage.place(known.place()),
        "message", VisibleText.of(known.message()),
        "rule", VisibleText.of(known.rule()),
        "id", VisibleText.of(known.id()));
  }

  private static String problem(Problem problem) {
    String place = problem.file() + (problem.line() > 0 ? ":" + problem.line() : "");
    return VisibleText.of((place.isEmpty() ? "" : place + ": ") + problem.message());
  }
}
