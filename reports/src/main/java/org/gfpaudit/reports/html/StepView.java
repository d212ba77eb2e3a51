package org.gfpaudit.reports.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gfpaudit.reports.format.Passage;
import org.gfpaudit.reports.format.ShownWay;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.finding.ChainStep;
import org.gfpaudit.rules.finding.Finding;

/** The steps of a finding for the template, each with the lines of source that it stands in. */
final class StepView {
  private static final int AROUND = 2;

  private final PageTree tree;

  StepView(PageTree tree) {
    this.tree = tree;
  }

  /** The id of the step {@code step} of the way {@code way}, both counted from 0. */
  static String id(String finding, int way, int step) {
    return finding + "-" + (way + 1) + "." + (step + 1);
  }

  /** The ways, one or two. */
  List<Map<String, Object>> ways(Finding finding, String id) {
    List<Map<String, Object>> views = new ArrayList<>();
    for (ShownWay way : ShownWay.of(finding)) {
      String over = VisibleText.of(way.over());
      List<Map<String, Object>> steps = new ArrayList<>();
      for (ShownWay.Step step : way.steps()) {
        steps.add(step(step, id(id, views.size(), steps.size())));
      }
      views.add(Map.of("over", sentence(over), "steps", steps));
    }
    return views;
  }

  /** A phrase that begins as a sentence does. */
  static String sentence(String phrase) {
    return phrase.substring(0, 1).toUpperCase(Locale.ROOT) + phrase.substring(1);
  }

  private Map<String, Object> step(ShownWay.Step step, String id) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("stepId", id);
    view.put("stepPlace", Passage.place(step.place()) + Passage.inFunction(step.place()));
    view.put("stepUrl", tree.url(step.place()));
    view.put("stepText", VisibleText.of(step.text()));
    view.put("stepKind", step.kind().map(ChainStep.Kind::id).orElse("step"));
    view.put("stepLines", tree.lines().of(step.place(), AROUND));
    return view;
  }
}
