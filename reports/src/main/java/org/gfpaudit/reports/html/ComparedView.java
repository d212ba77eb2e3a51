package org.gfpaudit.reports.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gfpaudit.reports.format.Passage;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.review.KnownFinding;
import org.gfpaudit.rules.review.Review;
import org.gfpaudit.rules.review.Reviewed;
import org.gfpaudit.rules.review.Standing;

/** Old against new for the template: what came, what changed, what moved and what is gone. */
final class ComparedView {
  private ComparedView() {}

  /** The values for the template. */
  static Map<String, Object> of(Review review) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("isCompared", review.isCompared());
    view.put(
        "comparedWith",
        String.join(" and ", review.comparedWith().stream().map(PageTree::name).toList()));
    List<Map<String, Object>> groups = new ArrayList<>();
    for (Standing standing : Standing.values()) {
      List<Reviewed> own = review.standing(standing);
      if (!own.isEmpty()) {
        groups.add(
            Map.of(
                "standingWord",
                standing.word(),
                "standingCount",
                own.size(),
                "pairs",
                own.stream().map(ComparedView::pair).toList()));
      }
    }
    view.put("standings", groups);
    view.put("hasGone", !review.gone().isEmpty());
    view.put("goneCount", review.gone().size());
    view.put("gone", review.gone().stream().map(ComparedView::gone).toList());
    return view;
  }

  private static Map<String, Object> pair(Reviewed reviewed) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("newId", VisibleText.of(reviewed.finding().id()));
    view.put("newLevel", reviewed.finding().level().word());
    view.put("newPlace", Passage.place(reviewed.finding().place()));
    view.put("newText", VisibleText.of(reviewed.finding().message()));
    view.put("oldPlace", reviewed.before().map(old -> Passage.place(old.place())).orElse(""));
    view.put(
        "oldText",
        reviewed
            .before()
            .map(old -> VisibleText.of(old.level().word() + ": " + old.message()))
            .orElse(""));
    return view;
  }

  private static Map<String, Object> gone(KnownFinding known) {
    return Map.of(
        "gonePlace", Passage.place(known.place()),
        "goneText", VisibleText.of(known.message()),
        "goneLevel", known.level().word(),
        "goneRule", VisibleText.of(known.rule()),
        "goneId", VisibleText.of(known.id()));
  }
}
