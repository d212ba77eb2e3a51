package org.gfpaudit.analyzer.constrain;

import java.util.List;
import org.gfpaudit.analyzer.masks.Demand;
import org.gfpaudit.analyzer.masks.Masks;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.rules.finding.ConstrainerSite;

/** The constrain phase: who sets the masks of mappings, and what is wrong with it. */
public final class ConstrainPhase {
  private ConstrainPhase() {}

  /** What {@link #run} will ask of the masks. */
  public static Demand demand(Model model) {
    return arguments -> Constrainers.find(model, arguments);
  }

  /** Finds who sets the masks of mappings. */
  public static Constraints run(Model model, Masks masks) {
    Constrainers.Found found = Constrainers.find(model, masks.argumentsOfMaskHelpers());
    List<ConstrainerSite> sites =
        found.settings().stream().map(Constrainers.Setting::site).sorted().toList();
    return new Constraints(
        sites, MaskObjections.of(model, masks, found.settings()), found.problems());
  }
}
