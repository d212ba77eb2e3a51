package org.gfpaudit.reports.html;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gfpaudit.reports.format.Passage;
import org.gfpaudit.reports.format.SubsystemTally;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.finding.ConstrainerSite;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Verdict;
import org.gfpaudit.rules.review.Review;

/** A part of the page for each file system, and for each other part of the kernel, with rows. */
final class SystemViews {
  private final PageTree tree;

  SystemViews(PageTree tree) {
    this.tree = tree;
  }

  /** The parts for the template, by name. */
  List<Map<String, Object>> of(Review review) {
    Map<String, List<Finding>> findings = new TreeMap<>();
    for (Finding finding : review.audit().findings()) {
      findings
          .computeIfAbsent(tree.system(finding.place().file()), name -> new ArrayList<>())
          .add(finding);
    }
    Map<String, SubsystemTally> tallies = new TreeMap<>();
    for (SubsystemTally tally : SubsystemTally.of(review.audit(), tree.tree().subsystemOf())) {
      tallies.put(VisibleText.of(tally.name()), tally);
    }
    // A rule that is about no row can be the only one to say something of a part.
    findings
        .keySet()
        .forEach(
            name ->
                tallies.computeIfAbsent(
                    name, missing -> new SubsystemTally(missing, Map.of(), List.of())));
    List<Map<String, Object>> views = new ArrayList<>();
    tallies.forEach(
        (name, tally) -> views.add(system(name, tally, findings.getOrDefault(name, List.of()))));
    return views;
  }

  private Map<String, Object> system(String name, SubsystemTally tally, List<Finding> findings) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("name", name);
    view.put("partId", PageTree.systemId(name));
    view.put("use", use(tally));
    List<Map<String, Object>> verdicts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      if (tally.count(verdict) > 0) {
        verdicts.add(
            Map.of(
                "verdictWord",
                verdict.word(),
                "verdictCount",
                tally.count(verdict),
                "verdictTarget",
                "calls?verdict="
                    + verdict.word()
                    + "&system="
                    + URLEncoder.encode(name, StandardCharsets.UTF_8)));
      }
    }
    view.put("hasVerdicts", !verdicts.isEmpty());
    view.put("verdicts", verdicts);
    view.put("setters", tally.constrainers().stream().map(this::setter).toList());
    view.put("hasSetters", !tally.constrainers().isEmpty());
    view.put(
        "own",
        findings.stream()
            .sorted(Comparator.comparing(Finding::level).thenComparing(Comparator.naturalOrder()))
            .map(SystemViews::finding)
            .toList());
    view.put("hasOwn", !findings.isEmpty());
    view.put("ownCount", findings.size());
    return view;
  }

  private static String use(SubsystemTally tally) {
    return switch (tally.use()) {
      case DERIVED -> "takes its masks from the mapping";
      case SELECTIVE -> "takes its masks from the mapping at some calls only";
      case NEVER -> "never takes a mask from the mapping";
      case OPEN -> "";
    };
  }

  private Map<String, Object> setter(ConstrainerSite setter) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("setterPlace", Passage.place(setter.place()) + Passage.inFunction(setter.place()));
    view.put("setterUrl", tree.url(setter.place()));
    view.put("setterText", VisibleText.of(setter.text()));
    view.put("setterEffect", setter.effect());
    return view;
  }

  private static Map<String, Object> finding(Finding finding) {
    return Map.of(
        "ownId",
        VisibleText.of(finding.id()),
        "ownLevel",
        finding.level().word(),
        "ownPlace",
        Passage.place(finding.place()),
        "ownMessage",
        VisibleText.of(finding.message()));
  }
}
