package org.gfpaudit.analyzer.reclaim;

import java.util.Collection;
import org.gfpaudit.analyzer.facts.ReclaimWait;

/** A condition under which reclaim gets to a lock, with how much it asks for. */
enum Guard {
  /** {@code current->journal_info} is not set. */
  NO_TRANSACTION(1, ReclaimWait.Cut.NO_TRANSACTION),
  /** An inode's times are still to be written. */
  LAZY(25, ReclaimWait.Cut.LAZY_TIMES_ONLY),
  /** An inode's data, or what leads to it, is still to be written. */
  DIRTY(28, ReclaimWait.Cut.DIRTY_ONLY),
  /** An inode's last name is gone, and its last user lets go of it in reclaim. */
  UNLINKED(30, ReclaimWait.Cut.UNLINKED_ONLY),
  /** Somebody has the inode open. */
  IN_USE(32, ReclaimWait.Cut.IN_USE_ONLY),
  /** Reclaim is for a memory cgroup of version 1, and waits for a page under writeback. */
  CGROUP(35, ReclaimWait.Cut.CGROUP_V1),
  /** Swap lies in a file. */
  SWAP(35, ReclaimWait.Cut.SWAP_FILE),
  /** An inode is written and thrown away as soon as nobody uses it. */
  UNCACHED(40, ReclaimWait.Cut.UNCACHED_ONLY),
  /** Somebody begins to work on an object that nobody worked on when it was asked. */
  LATE_USER(42, ReclaimWait.Cut.LATE_USER),
  /** A task that is waited for must go a long way on its own to get there. */
  UNCERTAIN(45, ReclaimWait.Cut.UNCERTAIN),
  /** kswapd does it. */
  KSWAPD(50, ReclaimWait.Cut.KSWAPD_ONLY),
  /** {@code current->journal_info} is set. */
  IN_TRANSACTION(50, ReclaimWait.Cut.IN_TRANSACTION),
  /** The lock is that of the object that is thrown away, which nobody else can hold. */
  OWN_OBJECT(60, ReclaimWait.Cut.OWN_OBJECT);

  private final int weight;
  private final ReclaimWait.Cut cut;

  Guard(int weight, ReclaimWait.Cut cut) {
    this.weight = weight;
    this.cut = cut;
  }

  /** The same for those who read the result. */
  ReclaimWait.Cut cut() {
    return cut;
  }

  /** How much all of them together ask for; 0 for none. */
  static int weight(Collection<Guard> guards) {
    return guards.stream().mapToInt(guard -> guard.weight).sum();
  }
}
