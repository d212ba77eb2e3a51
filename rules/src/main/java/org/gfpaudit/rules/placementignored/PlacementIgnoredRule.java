package org.gfpaudit.rules.placementignored;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.api.Flow;
import org.gfpaudit.rules.api.Rank;
import org.gfpaudit.rules.api.Report;
import org.gfpaudit.rules.api.RowSubject;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.api.RuleText;
import org.gfpaudit.rules.finding.Level;

/**
 * A constant allows memory that the setter of the mapping's mask excludes, be it and-ed to that
 * mask or not.
 *
 * <p>Known noise: a setter that restricts the mask for some devices only, and a call that is never
 * made for these. Source: the mail of October 2015, which names placement as what mapping masks
 * were introduced for; drivers/gpu/drm/i915/gem/i915_gem_shmem.c (6.1 6.12 7.2).
 */
public final class PlacementIgnoredRule {
  private static final RuleText TEXT =
      new RuleText(
          "A constant allows memory that the mapping excludes",
          """
          The mask of the mapping says where its pages may lie: __GFP_DMA32 for a device that cannot
          reach more, no __GFP_HIGHMEM for code that needs an address. The constant says otherwise,
          and a page may come to lie where its user cannot reach it. Use mapping_gfp_mask().
          mapping_gfp_constraint() is no help against a missing zone bit: it only takes bits away.
          """,
          List.of("zones"));

  /** The descriptor. */
  public static final Rule RULE =
      new Rule(
          "placement-ignored",
          TEXT,
          Level.WARNING,
          /* isOnByDefault= */ true,
          Rule.Check.of(RowSubject.class, PlacementIgnoredRule::check));

  private PlacementIgnoredRule() {}

  private static Optional<Report> check(RowSubject subject) {
    return subject
        .rank()
        .map(Rank::consequence)
        .flatMap(c -> c.placement())
        .map(
            excluded ->
                Report.of(
                        Flow.masks(subject)
                            + " reaches "
                            + Flow.sinkInFunction(subject)
                            + ", and "
                            + excluded)
                    .unranked());
  }
}
