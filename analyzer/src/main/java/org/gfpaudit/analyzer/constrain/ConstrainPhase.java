package org.gfpaudit.analyzer.constrain;

import java.util.List;
import org.gfpaudit.analyzer.masks.Demand;
import org.gfpaudit.analyzer.masks.Masks;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.rules.finding.Depth;

/** The constrain phase: who sets the masks of mappings, and what is wrong with it. */
public final class ConstrainPhase {
  private ConstrainPhase() {}

  /** What {@link #run} will ask of the masks. */
  public static Demand demand(Model model) {
    return arguments -> Constrainers.find(model, arguments);
  }

  /**
   * Finds who sets the masks of mappings.
   *
   * @param depth whether what is wrong with it is looked for as well
   */
  public static Constraints run(Model model, Masks masks, Depth depth) {
    Constrainers.Found found = Constrainers.find(model, masks.argumentsOfMaskHelpers());
    List<Setter> setters =
        found.settings().stream()
            .map(
                setting ->
                    new Setter(setting.at(), setting.mappings(), setting.mask(), setting.site()))
            .sorted()
            .toList();
    return new Constraints(
        setters,
        depth.reaches(Depth.FINDINGS)
            ? MaskObjections.of(model, masks, found.settings())
            : List.of(),
        found.problems());
  }
}
