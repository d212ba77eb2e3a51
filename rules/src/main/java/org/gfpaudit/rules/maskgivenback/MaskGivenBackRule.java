package org.gfpaudit.rules.maskgivenback;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.api.Report;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.api.RuleText;
import org.gfpaudit.rules.finding.Level;

/**
 * A bit that was taken out of a mapping's mask, most often in the function that creates its inode,
 * is put back by a later setter.
 *
 * <p>NILFS2 lost {@code __GFP_FS} in this way for every new symbolic link (CVE-2024-50229). The bit
 * must have been taken out on every way to the later setter, by the function itself, by one that it
 * calls with the inode, or by one that returns the inode, and nothing may take it out again before
 * the function ends. Known misses: an inode that travels through a field or a pointer to a pointer.
 */
public final class MaskGivenBackRule {
  private static final RuleText TEXT =
      new RuleText(
          "A bit taken out of a mapping's mask is put back later",
          """
          One call takes __GFP_FS or __GFP_IO out of the mask of a mapping, and a later one for the
          same mapping sets the mask to a constant that has the bit: inode_nohighmem(), for one,
          sets GFP_USER. The restriction is lost, and the pages of this mapping can deadlock again.
          Take the bits out again after the later call, or set the mask with
          mapping_gfp_constraint().
          """,
          List.of("setters.c"));

  /** The descriptor. */
  public static final Rule RULE =
      new Rule(
          "mask-given-back",
          TEXT,
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
