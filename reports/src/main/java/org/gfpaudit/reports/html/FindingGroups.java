package org.gfpaudit.reports.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gfpaudit.reports.format.Tally;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.review.Review;
import org.gfpaudit.rules.review.Reviewed;
import org.gfpaudit.rules.review.Standing;

/**
 * The findings for the template: the worst level first, and in each level by rule. The id of a
 * group is what the script writes into the address for it, so that a count leads to its findings
 * with scripts and without.
 */
final class FindingGroups {
  /** So few new findings are all shown open. */
  private static final int FEW = 3;

  private final PageTree tree;

  FindingGroups(PageTree tree) {
    this.tree = tree;
  }

  /** The values for the template. */
  Map<String, Object> of(Review review) {
    FindingView view = new FindingView(tree);
    boolean areFew = review.newFindings().size() <= FEW;
    List<Map<String, Object>> levels = new ArrayList<>();
    for (Level level : Level.values()) {
      List<Reviewed> own =
          review.findings().stream().filter(each -> each.finding().level() == level).toList();
      if (own.isEmpty()) {
        continue;
      }
      Map<String, List<Map<String, Object>>> byRule = new TreeMap<>();
      for (Reviewed each : own) {
        byRule
            .computeIfAbsent(VisibleText.of(each.finding().rule()), rule -> new ArrayList<>())
            .add(view.of(each, areFew && each.isNew()));
      }
      levels.add(level(level, own.size(), byRule));
    }
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("levels", levels);
    page.put("levelChoices", choices(review, Choice.LEVEL));
    page.put("ruleChoices", choices(review, Choice.RULE));
    page.put("systemChoices", choices(review, Choice.SYSTEM));
    page.put("standingChoices", choices(review, Choice.STANDING));
    page.put("hasStandings", review.findings().stream().anyMatch(each -> !each.isNew()));
    return page;
  }

  private static Map<String, Object> level(
      Level level, int count, Map<String, List<Map<String, Object>>> byRule) {
    List<Map<String, Object>> groups = new ArrayList<>();
    byRule.forEach(
        (rule, findings) ->
            groups.add(
                Map.of(
                    "groupId",
                    "findings?level=" + level.word() + "&rule=" + rule,
                    "groupRule",
                    rule,
                    "groupTitle",
                    OverviewView.title(rule),
                    "groupSize",
                    findings.size(),
                    "findings",
                    findings)));
    return Map.of(
        "levelId",
        "findings?level=" + level.word(),
        "levelWord",
        level.word(),
        "levelCount",
        Tally.count(count, level.word()),
        "isFolded",
        level == Level.NOTE,
        "groups",
        groups);
  }

  /** What findings are chosen by. */
  private enum Choice {
    LEVEL,
    RULE,
    SYSTEM,
    STANDING
  }

  private List<Map<String, Object>> choices(Review review, Choice choice) {
    Map<String, Integer> counts = new TreeMap<>();
    if (choice == Choice.LEVEL || choice == Choice.STANDING) {
      counts = new LinkedHashMap<>();
    }
    if (choice == Choice.LEVEL) {
      for (Level level : Level.values()) {
        counts.put(level.word(), 0);
      }
    }
    if (choice == Choice.STANDING) {
      for (Standing standing : Standing.values()) {
        counts.put(standing.word(), 0);
      }
    }
    for (Reviewed each : review.findings()) {
      counts.merge(word(each, choice), 1, Integer::sum);
    }
    List<Map<String, Object>> choices = new ArrayList<>();
    counts.forEach(
        (word, count) -> {
          if (count > 0) {
            choices.add(Map.of("choice", word, "choiceCount", count));
          }
        });
    return choices;
  }

  private String word(Reviewed reviewed, Choice choice) {
    return switch (choice) {
      case LEVEL -> reviewed.finding().level().word();
      case RULE -> VisibleText.of(reviewed.finding().rule());
      case SYSTEM -> tree.system(reviewed.finding().place().file());
      case STANDING -> reviewed.standing().word();
    };
  }
}
