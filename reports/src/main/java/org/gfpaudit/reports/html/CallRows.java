package org.gfpaudit.reports.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gfpaudit.reports.format.Passage;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Verdict;
import org.gfpaudit.rules.review.Review;

/** The whole audit table for the template, what is right as well as what is wrong. */
final class CallRows {
  private static final int MOST_ORIGINS = 6;

  private final PageTree tree;

  CallRows(PageTree tree) {
    this.tree = tree;
  }

  /** The values for the template. */
  Map<String, Object> of(Review review) {
    Map<AuditRow, List<Map<String, Object>>> about = new LinkedHashMap<>();
    for (Finding finding : review.audit().findings()) {
      finding
          .row()
          .ifPresent(
              row ->
                  about
                      .computeIfAbsent(row, r -> new ArrayList<>())
                      .add(
                          Map.of(
                              "aboutId",
                              VisibleText.of(finding.id()),
                              "aboutLevel",
                              finding.level().word())));
    }
    List<AuditRow> rows = review.audit().rows();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("hasRows", !rows.isEmpty());
    view.put(
        "rows", rows.stream().map(row -> row(row, about.getOrDefault(row, List.of()))).toList());
    Map<Verdict, Integer> verdicts = new TreeMap<>();
    rows.forEach(row -> verdicts.merge(row.verdict(), 1, Integer::sum));
    List<Map<String, Object>> choices = new ArrayList<>();
    verdicts.forEach(
        (verdict, count) -> choices.add(Map.of("choice", verdict.word(), "choiceCount", count)));
    view.put("verdictChoices", choices);
    TreeSet<String> systems = new TreeSet<>();
    rows.forEach(row -> systems.add(tree.system(row.place().file())));
    view.put("rowSystems", systems.stream().map(system -> Map.of("choice", system)).toList());
    return view;
  }

  private Map<String, Object> row(AuditRow row, List<Map<String, Object>> findings) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("rowKind", row.kind().name().toLowerCase(Locale.ROOT));
    view.put("rowPlace", Passage.place(row.place()));
    view.put("rowSort", VisibleText.of(sort(row)));
    view.put("rowUrl", tree.url(row.place()));
    view.put("rowSystem", tree.system(row.place().file()));
    view.put("rowFunction", VisibleText.of(row.place().function()));
    view.put("rowSink", VisibleText.of(row.sink()));
    view.put("rowMask", VisibleText.of(row.mask()));
    view.put("rowMapping", VisibleText.of(row.mapping()));
    view.put("rowVerdict", row.verdict().word());
    view.put("rowCondition", VisibleText.of(row.condition().toString()));
    view.put("rowOrigins", origins(row));
    view.put("rowNote", VisibleText.of(row.note()));
    view.put("about", findings);
    return view;
  }

  /** What the script sorts places by. */
  static String sort(AuditRow row) {
    return row.place().file()
        + ":"
        + "%07d:%05d".formatted(row.place().line(), row.place().column());
  }

  private static String origins(AuditRow row) {
    List<String> places =
        row.origins().stream().map(origin -> origin.fileAndLine()).distinct().toList();
    String first = String.join(", ", places.subList(0, Math.min(MOST_ORIGINS, places.size())));
    int more = places.size() - MOST_ORIGINS;
    return VisibleText.of(first + (more > 0 ? " and " + more + " more" : ""));
  }
}
