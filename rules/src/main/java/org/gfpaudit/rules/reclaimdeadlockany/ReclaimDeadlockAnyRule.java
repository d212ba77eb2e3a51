package org.gfpaudit.rules.reclaimdeadlockany;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.api.Flow;
import org.gfpaudit.rules.api.Report;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.api.RuleText;
import org.gfpaudit.rules.finding.Level;

/**
 * Memory that is no page cache is allocated with a lock held, the mask lets reclaim into the file
 * system, and reclaim waits for that lock.
 *
 * <p>Known noise: a lock of one object where reclaim can only come to the lock of another one, and
 * objects that nobody else knows yet. Source: fs/ext4/inode.c ext4_writepages() (6.1 before
 * 00d873c17e29) with s_writepages_rwsem held.
 */
public final class ReclaimDeadlockAnyRule {
  private static final RuleText TEXT =
      new RuleText(
          "Memory is asked for under a lock that reclaim takes",
          """
          The same as reclaim-deadlock for every other allocation of a file system or driver: slab,
          vmalloc, bio, inodes and dentries, objects of sysfs, by GFP_KERNEL or by a function that
          has no mask and takes GFP_KERNEL itself. It is made with a lock held, no task scope is
          open, and reclaim of that file system waits for the lock. Open a memalloc_nofs_save()
          scope where the lock is taken, allocate with GFP_NOFS, or before the lock is taken. Off by
          default: it has nothing to do with the masks of mappings, and costs more than all else.
          """,
          List.of("allocations.c"));

  /** The descriptor. */
  public static final Rule RULE =
      new Rule(
          "reclaim-deadlock-any",
          TEXT,
          Level.ERROR,
          /* isOnByDefault= */ false,
          Rule.Check.of(MemoryOverReclaim.class, ReclaimDeadlockAnyRule::check));

  private ReclaimDeadlockAnyRule() {}

  private static Optional<Report> check(MemoryOverReclaim subject) {
    return Optional.of(
        Report.of(
            subject.flagged().callee() + "() allocates with " + Flow.held(subject.reentry())));
  }
}
