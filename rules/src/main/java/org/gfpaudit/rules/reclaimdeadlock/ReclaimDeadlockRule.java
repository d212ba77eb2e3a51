package org.gfpaudit.rules.reclaimdeadlock;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.api.Flow;
import org.gfpaudit.rules.api.Report;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.api.RuleText;
import org.gfpaudit.rules.finding.Level;

/**
 * A page is allocated with a lock held, the mask lets reclaim into the file system, and reclaim
 * waits for that lock.
 *
 * <p>Known noise: a lock of one object where reclaim can only come to the lock of another one.
 * Source: fs/gfs2/aops.c gfs2_internal_read() (6.1) below gfs2_trans_begin().
 */
public final class ReclaimDeadlockRule {
  private static final RuleText TEXT =
      new RuleText(
          "Reclaim can wait for a lock that is held here",
          """
          The page cache is filled with a lock held, the mask has __GFP_FS (by a constant, or because
          no setter has taken it out of the mapping's mask), and no task scope is open. So the
          allocation may enter reclaim, reclaim may throw away an inode of the same file system,
          and that waits for the lock. Nothing goes on from there. The finding shows both halves of
          the chain, like the kernel's own lock checker. Open a memalloc_nofs_save() scope where the
          lock is taken, take __GFP_FS out of the mapping's mask where the inode is set up, or
          allocate before the lock is taken. Off by default for its cost: it more than doubles a run.
          """,
          List.of("transaction.c", "doubt.c", "device"));

  /** The descriptor. */
  public static final Rule RULE =
      new Rule(
          "reclaim-deadlock",
          TEXT,
          Level.ERROR,
          /* isOnByDefault= */ false,
          Rule.Check.of(HeldOverReclaim.class, ReclaimDeadlockRule::check));

  private ReclaimDeadlockRule() {}

  private static Optional<Report> check(HeldOverReclaim subject) {
    return Optional.of(
        Report.of(
            subject.flagged().callee()
                + "() allocates page cache with "
                + Flow.held(subject.reentry())));
  }
}
