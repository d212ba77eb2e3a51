package org.gfpaudit.reports.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.reports.format.Passage;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.catalog.RuleCatalog;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Reentry;
import org.gfpaudit.rules.review.KnownFinding;
import org.gfpaudit.rules.review.Reviewed;
import org.gfpaudit.rules.review.Standing;

/**
 * A finding for the template. Every key is there for every finding: the template looks for what is
 * missing in what stands around it.
 */
final class FindingView {
  private static final int AROUND = 4;

  private final PageTree tree;
  private final StepView steps;
  private final GroundsView grounds;
  private final FixView fixes;

  FindingView(PageTree tree) {
    this.tree = tree;
    this.steps = new StepView(tree);
    this.grounds = new GroundsView(tree);
    this.fixes = new FixView(tree.tree().sources());
  }

  /**
   * The values for the template.
   *
   * @param isOpen whether all of it is seen at once
   */
  Map<String, Object> of(Reviewed reviewed, boolean isOpen) {
    Finding finding = reviewed.finding();
    String id = VisibleText.of(finding.id());
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", id);
    view.put("level", finding.level().word());
    view.put("standing", reviewed.standing().word());
    view.put("isNew", reviewed.isNew());
    view.put("isOpen", isOpen);
    view.put("rule", VisibleText.of(finding.rule()));
    view.put("help", RuleCatalog.byId(finding.rule()).map(rule -> rule.help()).orElse(""));
    view.put("system", tree.system(finding.place().file()));
    view.put("systemId", PageTree.systemId(tree.system(finding.place().file())));
    view.put("place", Passage.place(finding.place()));
    view.put("function", VisibleText.of(finding.place().function()));
    view.put("message", VisibleText.of(finding.message()));
    view.put("url", tree.url(finding.place()));
    view.put("excerpt", tree.lines().of(finding.flagged(), AROUND));
    view.put("condition", VisibleText.of(finding.flagged().condition().toString()));
    view.put("note", VisibleText.of(finding.row().map(AuditRow::note).orElse("")));
    view.put(
        "reason", finding.reason().isEmpty() ? "" : StepView.sentence(Passage.reason(finding)));
    view.put("waiver", reviewed.waiver().map(waiver -> VisibleText.of(waiver.reason())).orElse(""));
    view.put("before", before(reviewed));
    view.put("ways", steps.ways(finding, id));
    view.put("drawing", ChainDrawing.of(finding, id));
    view.putAll(cycle(finding));
    view.putAll(grounds.of(finding));
    view.putAll(fixes.of(reviewed.fix()));
    view.put("commands", commands(id));
    return view;
  }

  /** What the baseline says of it. */
  private static String before(Reviewed reviewed) {
    if (reviewed.before().isEmpty()) {
      return "";
    }
    KnownFinding before = reviewed.before().get();
    String was = "was at " + Passage.place(before.place());
    return reviewed.standing() == Standing.CHANGED
        ? was + " as " + VisibleText.of(before.rule() + ": " + before.message())
        : was;
  }

  private static Map<String, Object> cycle(Finding finding) {
    Optional<Reentry> reentry = finding.consequence().reentry();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("isCycle", reentry.isPresent());
    view.put("lock", reentry.map(each -> VisibleText.of(each.lock().text())).orElse(""));
    view.put("mode", reentry.map(each -> each.mode().word()).orElse(""));
    view.put(
        "cuts",
        reentry.map(Reentry::cuts).orElse(List.of()).stream().map(VisibleText::of).toList());
    view.put("looked", reentry.map(Reentry::looked).map(VisibleText::of).orElse(""));
    return view;
  }

  /** What somebody types next, in the directory of the tree. */
  private static List<Map<String, Object>> commands(String id) {
    List<Map<String, Object>> commands = new ArrayList<>();
    commands.add(Map.of("what", "all that is known", "command", "gfpaudit explain -v " + id));
    commands.add(Map.of("what", "a patch, proven", "command", "gfpaudit patch " + id));
    commands.add(
        Map.of("what", "the calls", "command", "gfpaudit graph " + id + " -o " + id + ".svg"));
    return commands;
  }
}
