package org.gfpaudit.reports.html;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gfpaudit.reports.format.Passage;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Consequence;
import org.gfpaudit.rules.finding.ConstrainerSite;
import org.gfpaudit.rules.finding.DeviceContext;
import org.gfpaudit.rules.finding.Evidence;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.MappingKinds;
import org.gfpaudit.rules.finding.Place;

/** What a finding rests on, for the template. */
final class GroundsView {
  private final PageTree tree;

  GroundsView(PageTree tree) {
    this.tree = tree;
  }

  /** The values for the template. */
  Map<String, Object> of(Finding finding) {
    Consequence consequence = finding.consequence();
    MappingKinds kinds = consequence.kinds();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("evidence", finding.evidence().stream().map(this::evidence).toList());
    view.put("hasEvidence", !finding.evidence().isEmpty());
    view.put("constrainers", finding.constrainers().stream().map(this::constrainer).toList());
    view.put("hasConstrainers", !finding.constrainers().isEmpty());
    view.put("inode", VisibleText.of(kinds.text()));
    view.put(
        "told",
        kinds.isKnown()
            ? kinds.evidence().stream().map(told -> fact(told.place(), told.text())).toList()
            : List.of());
    view.put(
        "devices",
        consequence.devices().stream().map(DeviceContext::text).map(VisibleText::of).toList());
    view.put("hasDevices", !consequence.devices().isEmpty());
    view.put("below", consequence.below().map(DeviceContext::text).map(VisibleText::of).orElse(""));
    view.put("placement", VisibleText.of(consequence.placement().orElse("")));
    view.put("inVain", VisibleText.of(String.join("; ", consequence.inVain())));
    List<String> reclaim =
        finding.row().map(AuditRow::protection).map(each -> each.told()).orElse(List.of());
    view.put("reclaim", reclaim.stream().map(VisibleText::of).toList());
    view.put("hasReclaim", !reclaim.isEmpty());
    return view;
  }

  private Map<String, Object> evidence(Evidence evidence) {
    return fact(evidence.place(), evidence.text());
  }

  private Map<String, Object> constrainer(ConstrainerSite each) {
    String about = each.about().isEmpty() ? "" : " (" + each.about() + ")";
    return fact(each.place(), each.text() + " " + each.effect() + about);
  }

  /** Something that is said of a place, with the line that says it. */
  private Map<String, Object> fact(Place place, String text) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("factText", VisibleText.of(text));
    view.put("factPlace", Passage.place(place) + Passage.inFunction(place));
    view.put("factUrl", tree.url(place));
    view.put("factLines", tree.lines().of(place, 1));
    return view;
  }
}
