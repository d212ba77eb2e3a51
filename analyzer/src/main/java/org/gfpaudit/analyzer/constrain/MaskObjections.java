package org.gfpaudit.analyzer.constrain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.facts.Objection;
import org.gfpaudit.analyzer.masks.Masks;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.rules.finding.ConstrainerSite;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.WitnessStep;
import org.gfpaudit.rules.maskgivenback.GivenBack;
import org.gfpaudit.rules.maskneversaved.NeverSaved;

/** What is wrong with how the masks of mappings are set, and with where they go. */
final class MaskObjections {
  private MaskObjections() {}

  /** Everything, sorted by place. */
  static List<Objection> of(Model model, Masks masks, List<Constrainers.Setting> settings) {
    Map<CallSite, ConstrainerSite> setters = new HashMap<>();
    settings.forEach(setting -> setters.put(setting.at(), setting.site()));
    List<Objection> all = new ArrayList<>();
    new GivenBackMasks(model, masks, setters)
        .find()
        .forEach((at, found) -> all.add(objection(at, found)));
    new UnsavedMasks(model, masks)
        .find(settings)
        .forEach((at, found) -> all.add(objection(at, found)));
    new RawMasks(model, masks)
        .find()
        .forEach(found -> all.add(new Objection(found.at(), found.subject(), found.witness())));
    all.removeIf(objection -> objection.subject().flagged().condition().isFalse());
    all.sort(Comparator.comparing(objection -> objection.subject().flagged()));
    return all;
  }

  private static Objection objection(CallSite at, GivenBack found) {
    String bits = String.join(" and ", found.bits());
    return new Objection(
        at,
        found,
        List.of(
            new WitnessStep(found.cleared(), bits + " is taken out of the mapping's mask"),
            step(found.flagged(), found.flagged().callee() + "() puts it back")));
  }

  private static Objection objection(CallSite at, NeverSaved found) {
    return new Objection(
        at,
        found,
        List.of(
            step(found.flagged(), "the mask is set to " + found.field() + ", which is never set")));
  }

  private static WitnessStep step(Flagged flagged, String text) {
    return new WitnessStep(flagged.place(), text);
  }
}
