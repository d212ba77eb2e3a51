package org.gfpaudit.rules.maskneversaved;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.api.Report;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.api.RuleText;
import org.gfpaudit.rules.finding.Level;

/**
 * The mask of a mapping is restored from a field that no code in the tree sets, by name or by
 * initialiser.
 *
 * <p>The zoned loop driver of 7.2 restores the mask of its backing files in this way. Nothing is
 * said of a field whose address is taken, or whose struct cannot be told. Known misses: a whole
 * structure that is copied.
 */
public final class MaskNeverSavedRule {
  private static final RuleText TEXT =
      new RuleText(
          "A mapping's mask is restored from where none was saved",
          """
          The mask of a mapping is set to the value of a field, and no code in the tree ever stores
          anything in that field: it holds what the structure was allocated with, most often 0. The
          mapping's mask becomes 0, so that its pages can no longer be allocated by anyone who asks
          it. Save mapping_gfp_mask() in the field before the mask is changed, or leave the mask
          alone.
          """,
          List.of("fields.c"));

  /** The descriptor. */
  public static final Rule RULE =
      new Rule(
          "mask-never-saved",
          TEXT,
          Level.ERROR,
          /* isOnByDefault= */ true,
          Rule.Check.of(NeverSaved.class, MaskNeverSavedRule::check));

  private MaskNeverSavedRule() {}

  private static Optional<Report> check(NeverSaved subject) {
    return Optional.of(
        Report.of(
            subject.flagged().callee()
                + "() in "
                + subject.flagged().place().function()
                + "() restores the mask of "
                + subject.flagged().mapping()
                + " from "
                + subject.field()
                + ", which nothing ever sets"));
  }
}
