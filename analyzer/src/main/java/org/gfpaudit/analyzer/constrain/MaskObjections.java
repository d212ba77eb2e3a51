package org.gfpaudit.analyzer.constrain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gfpaudit.analyzer.flow.Callees;
import org.gfpaudit.analyzer.flow.UnitAnalysis;
import org.gfpaudit.analyzer.kbuild.Kbuild;
import org.gfpaudit.analyzer.model.Aliases;
import org.gfpaudit.analyzer.model.FieldOwners;
import org.gfpaudit.analyzer.model.KernelModel;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.analyzer.witness.Objection;
import org.gfpaudit.rules.finding.ConstrainerSite;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.WitnessStep;
import org.gfpaudit.rules.maskgivenback.GivenBack;
import org.gfpaudit.rules.maskneversaved.NeverSaved;

/** What there is to object to about how the masks of mappings are set and where they go. */
public final class MaskObjections {
  private MaskObjections() {}

  /**
   * Everything, sorted by place.
   *
   * @param sites what {@code constrainers} found last
   */
  public static List<Objection> of(
      Program program,
      Kbuild kbuild,
      Aliases aliases,
      KernelModel model,
      UnitAnalysis analysis,
      Callees callees,
      FieldOwners owners,
      Constrainers constrainers,
      List<ConstrainerSite> sites) {
    List<Objection> all = new ArrayList<>();
    new GivenBackMasks(program, kbuild, aliases, model, analysis, callees, sites)
        .find()
        .forEach(found -> all.add(objection(found)));
    new UnsavedMasks(program, kbuild, analysis, callees, owners)
        .find(constrainers)
        .forEach(found -> all.add(objection(found)));
    new RawMasks(program, kbuild, aliases, model, analysis, callees)
        .find()
        .forEach(found -> all.add(new Objection(found.subject(), found.witness())));
    all.removeIf(objection -> objection.subject().flagged().condition().isFalse());
    all.sort(Comparator.comparing(objection -> objection.subject().flagged()));
    return all;
  }

  private static Objection objection(GivenBack found) {
    String bits = String.join(" and ", found.bits());
    return new Objection(
        found,
        List.of(
            new WitnessStep(found.cleared(), bits + " is taken out of the mapping's mask"),
            step(found.flagged(), found.flagged().callee() + "() puts it back")));
  }

  private static Objection objection(NeverSaved found) {
    return new Objection(
        found,
        List.of(
            step(found.flagged(), "the mask is set to " + found.field() + ", which is never set")));
  }

  private static WitnessStep step(Flagged flagged, String text) {
    return new WitnessStep(flagged.place(), text);
  }
}
