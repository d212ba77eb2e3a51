package org.gfpaudit.rules.maskgivenback;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.api.Report;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.api.RuleText;
import org.gfpaudit.rules.finding.Level;

/** A bit that was taken out of a mapping's mask is put back by a later setter. */
public final class MaskGivenBackRule {
  /** The descriptor. */
  public static final Rule RULE =
      new Rule(
          "mask-given-back",
          new RuleText(
              "A bit taken out of a mapping's mask is put back later",
              """
          One call takes __GFP_FS or __GFP_IO out of the mask of a mapping, and a later one for the
          same mapping sets the mask to a constant that has the bit: inode_nohighmem(), for one,
          sets GFP_USER. The restriction is lost, and the pages of this mapping can deadlock again.
          Take the bits out again after the later call, or set the mask with
          mapping_gfp_constraint().
          """,
              List.of("setters.c")),
          Level.ERROR,
          /* isOnByDefault= */ true,
          Rule.Check.of(GivenBack.class, MaskGivenBackRule::check));

  private MaskGivenBackRule() {}

  private static Optional<Report> check(GivenBack subject) {
    return Optional.of(
        Report.of(
            subject.flagged().callee()
                + "() puts "
                + String.join(" and ", subject.bits())
                + " back into the mask of "
                + subject.flagged().mapping()
                + " in "
                + subject.flagged().place().function()
                + "(), from which "
                + subject.cleared().function()
                + "() has taken it"));
  }
}
