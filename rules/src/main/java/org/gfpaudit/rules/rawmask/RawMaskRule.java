package org.gfpaudit.rules.rawmask;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.api.Report;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.api.RuleText;
import org.gfpaudit.rules.finding.Level;

/**
 * A mask that can hold the {@code __GFP_HIGHMEM} of a mapping reaches a function that allocates
 * slab, bio, mempool or radix-tree memory, in the same function or through parameters.
 *
 * <p>The slab allocator stops with a BUG (mm/slub.c). Nothing is said of mappings of block devices,
 * whose mask is {@code GFP_USER}, nor of a mask that is AND-ed with anything that lacks the bit.
 * Known misses: a raw mask that travels through a field.
 */
public final class RawMaskRule {
  private static final RuleText TEXT =
      new RuleText(
          "A mapping's raw mask reaches slab or bio memory",
          """
          The mask of a mapping says which memory its pages may use, and most mappings allow
          __GFP_HIGHMEM. Slab, bio, mempool and radix-tree memory must be memory that the kernel
          addresses: handed that mask, the slab allocator stops with a BUG. The first fix of 2015
          crashed linux-next so. Take the context bits alone:
          mapping_gfp_constraint(mapping, GFP_KERNEL), or GFP_KERNEL & mapping_gfp_mask(mapping).
          Where the function allocates only in rare cases, the finding is a note.
          """,
          List.of("slab.c"));

  /** The descriptor. */
  public static final Rule RULE =
      new Rule(
          "raw-mask",
          TEXT,
          Level.ERROR,
          /* isOnByDefault= */ true,
          Rule.Check.of(RawMask.class, RawMaskRule::check));

  private RawMaskRule() {}

  private static Optional<Report> check(RawMask subject) {
    boolean isCertain = subject.sink().isCertain();
    return Optional.of(
        Report.of(
                "the raw mask of "
                    + subject.mapping()
                    + " reaches "
                    + subject.sink().memory()
                    + " memory by "
                    + subject.flagged().callee()
                    + "() in "
                    + subject.flagged().place().function()
                    + "(): __GFP_HIGHMEM is a bug there"
                    + (isCertain ? "" : ", should it have to allocate"))
            .at(isCertain ? Level.ERROR : Level.NOTE));
  }
}
