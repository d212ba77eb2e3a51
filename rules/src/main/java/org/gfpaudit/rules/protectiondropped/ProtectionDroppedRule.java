package org.gfpaudit.rules.protectiondropped;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.api.Report;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.api.RuleText;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.ReclaimBit;

/**
 * A bit of a mask that could not be used before a change can be used after it.
 *
 * <p>Known misses: a function that sets masks and is called under a new condition, a setter under a
 * new {@code #ifdef}, a call that moves into a function of another file. Known noise: a protection
 * that was never needed. Sources: the fixes of section 4 in the facts on the kernel, undone (gfs2,
 * nfs/localio, ocfs2, f2fs, nilfs2, btrfs, readahead).
 */
public final class ProtectionDroppedRule {
  private static final RuleText TEXT =
      new RuleText(
          "A change lets reclaim back in where it was kept out",
          """
          Before the change reclaim could not enter file systems (__GFP_FS) or start I/O (__GFP_IO)
          from this allocation, and after it it can. What kept it out was the mask itself, a flag
          such as FGP_NOFS, a task scope, or a setter that took the bit out of the mask of the
          mapping; the finding says which, where it stood, and which calls relied on it. Nothing in
          the code that is left shows that anything is missing: a mask that is derived from the
          mapping looks right whatever the mapping allows. Put the protection back, or say in the
          change why it is not needed any more: which lock or transaction is no longer held there.

          The rule looks at two states of a tree: it speaks in diff, history, check --since, check
          --patch and check --baseline, and never in a check of one state.
          """,
          List.of("setter_removed.c", "calls.c", "conditions.c", "moves.c", "operations.c"));

  /** The descriptor. */
  public static final Rule RULE =
      new Rule(
          "protection-dropped",
          TEXT,
          Level.ERROR,
          /* isOnByDefault= */ true,
          Rule.Check.of(DroppedProtection.class, ProtectionDroppedRule::check));

  private ProtectionDroppedRule() {}

  private static Optional<Report> check(DroppedProtection dropped) {
    return Optional.of(Report.of(dropped.message()).at(level(dropped)).because(dropped.reason()));
  }

  /** FS matters as much as the mapping does, IO alone one level less, waiting alone is a note. */
  private static Level level(DroppedProtection dropped) {
    if (dropped.bits().contains(ReclaimBit.FS)) {
      return dropped.stake();
    }
    return dropped.bits().contains(ReclaimBit.IO) && dropped.stake() == Level.ERROR
        ? Level.WARNING
        : Level.NOTE;
  }
}
