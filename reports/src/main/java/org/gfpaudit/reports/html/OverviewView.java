package org.gfpaudit.reports.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gfpaudit.reports.format.SubsystemTally;
import org.gfpaudit.reports.format.Tally;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.catalog.RuleCatalog;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.rules.review.Review;
import org.gfpaudit.rules.review.Reviewed;

/** What the page says at its top, for the template: counts that link, and the picture. */
final class OverviewView {
  private final PageTree tree;

  OverviewView(PageTree tree) {
    this.tree = tree;
  }

  /** The values for the template. */
  Map<String, Object> of(Review review) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("found", Tally.findingsInWords(review.newFindings()));
    view.put("sites", Tally.verdictsInWords(review.audit().rows(), AuditRow.Kind.SITE));
    view.put("origins", Tally.verdictsInWords(review.audit().rows(), AuditRow.Kind.ORIGIN));
    List<Problem> severe = review.audit().problems().stream().filter(Problem::severe).toList();
    view.put("hasProblems", !severe.isEmpty());
    view.put("problems", severe.stream().map(OverviewView::problem).toList());
    List<Finding> findings = review.findings().stream().map(Reviewed::finding).toList();
    view.put("hasFindings", !findings.isEmpty());
    view.put("counts", counts(findings));
    view.put("totals", cells(findings, ""));
    view.put(
        "chart", ObedienceChart.of(SubsystemTally.of(review.audit(), tree.tree().subsystemOf())));
    view.put(
        "legend",
        Arrays.stream(Obedience.values())
            .map(group -> Map.of("groupWord", group.word(), "groupText", group.text()))
            .toList());
    return view;
  }

  /** A line for each rule that has findings. */
  private static List<Map<String, Object>> counts(List<Finding> findings) {
    Map<String, List<Finding>> byRule = new TreeMap<>();
    findings.forEach(
        finding -> byRule.computeIfAbsent(finding.rule(), rule -> new ArrayList<>()).add(finding));
    List<Map<String, Object>> lines = new ArrayList<>();
    byRule.forEach(
        (rule, own) -> {
          String word = VisibleText.of(rule);
          lines.add(
              Map.of(
                  "countedRule", word, "title", title(rule), "cells", cells(own, "&rule=" + word)));
        });
    return lines;
  }

  /** What a rule looks for; empty for one that this program does not know. */
  static String title(String rule) {
    return RuleCatalog.byId(rule).map(known -> known.title()).orElse("");
  }

  private static List<Map<String, Object>> cells(List<Finding> findings, String rule) {
    Map<Level, Long> counts = Tally.byLevel(findings);
    List<Map<String, Object>> cells = new ArrayList<>();
    for (Level level : Level.values()) {
      long count = counts.getOrDefault(level, 0L);
      cells.add(
          Map.of(
              "cellLevel",
              level.word(),
              "cellCount",
              count,
              "isSome",
              count > 0,
              "target",
              "findings?level=" + level.word() + rule));
    }
    return cells;
  }

  private static String problem(Problem problem) {
    String place = problem.file() + (problem.line() > 0 ? ":" + problem.line() : "");
    return VisibleText.of((place.isEmpty() ? "" : place + ": ") + problem.message());
  }
}
