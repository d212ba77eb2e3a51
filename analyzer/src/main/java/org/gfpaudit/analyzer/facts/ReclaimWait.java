package org.gfpaudit.analyzer.facts;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.rules.finding.ChainStep;
import org.gfpaudit.rules.finding.LockClass;
import org.gfpaudit.rules.finding.LockMode;
import org.gfpaudit.rules.knowledge.ReclaimRoot;

/**
 * One way in which reclaim comes to wait for a lock.
 *
 * @param lock that it waits for, of the file system that the way goes through
 * @param mode how it is taken
 * @param gate what a mask must allow for reclaim to go this way
 * @param subsystem the file system or driver that the way goes through: {@code "fs/gfs2"}
 * @param cuts what must hold besides, and is not certain; each lowers the level
 * @param path from where reclaim starts to run something to the lock
 */
public record ReclaimWait(
    LockClass lock, LockMode mode, Gate gate, String subsystem, List<Cut> cuts, Path path) {
  public ReclaimWait {
    cuts = List.copyOf(cuts);
  }

  /**
   * How reclaim gets to a lock.
   *
   * @param root what it enters by; empty where code only says that the lock is taken in reclaim
   * @param steps the same with all that follows, for people
   */
  public record Path(Optional<Root> root, List<ChainStep> steps) {
    public Path {
      steps = List.copyOf(steps);
    }
  }

  /**
   * A function that reclaim enters.
   *
   * @param row what says so
   */
  public record Root(Entity function, ReclaimRoot row) {}

  /** What a mask must allow. */
  public enum Gate {
    /** {@code __GFP_FS}. */
    FS,
    /** {@code __GFP_IO}. */
    IO,
    /** Direct reclaim alone. */
    ANY
  }

  /** Why a way may not be one, or not the one of this lock. */
  public enum Cut {
    /** Only an inode without links goes this way. */
    UNLINKED_ONLY(
        "reclaim goes this way only for an inode with nlink 0 that loses its last reference"
            + " there: the kernel's lock checker reports it, a hang needs such an inode"),
    /** The lock is that of the very inode or object that is thrown away. */
    OWN_OBJECT(
        "the kernel's lock checker may report it, but the lock is that of the very object"
            + " that is thrown away, which nobody uses, so it cannot be the one held here"),
    /** Only for an inode that somebody has open it is done what takes the lock. */
    IN_USE_ONLY(
        "it takes the lock for those who have an inode open, and reclaim throws away none of"
            + " those: the kernel's lock checker reports it, a hang needs another way to such an"
            + " inode"),
    /** Only an inode goes this way that is thrown away as soon as nobody uses it. */
    UNCACHED_ONLY(
        "reclaim goes this way only for an inode that is thrown away as soon as nobody uses"
            + " it"),
    /** Only an inode goes this way whose times are still to be written, of a lazytime mount. */
    LAZY_TIMES_ONLY(
        "reclaim goes this way only for an inode of a lazytime mount whose times are still"
            + " to be written"),
    /** Only an inode goes this way whose data, or what leads to it, is still to be written. */
    DIRTY_ONLY(
        "reclaim goes this way only for an inode that loses its last reference there with changes"
            + " that are still to be written; those it takes from the list of unused inodes have"
            + " none"),
    /** Only a task without an open transaction goes this way. */
    NO_TRANSACTION("a task with a transaction open does not go this way"),
    /** Only a task with an open transaction goes this way. */
    IN_TRANSACTION("only a task with a transaction open goes this way"),
    /** Only kswapd goes this way; a task waits for it only where it is throttled. */
    KSWAPD_ONLY("only kswapd goes this way, and it is seldom waited for"),
    /** Only a memory cgroup of version 1 waits so. */
    CGROUP_V1("only reclaim for a memory cgroup of version 1 waits so"),
    /** Only what somebody began to work on in the meantime is waited for. */
    LATE_USER(
        "reclaim asks first whether anybody still works on the object, and waits only where somebody"
            + " begins to in between"),
    /** Who writes pages takes the lock before it has begun one. */
    NO_PAGE_YET(
        "the task that writes pages takes it before it has begun one, so that none of them waits"
            + " for it"),
    /**
     * Both sides have it for reading, and only who freezes the file system makes one of them wait.
     */
    WHILE_FREEZING(
        "the kernel's lock checker may report it, but both sides only read it: a hang needs somebody"
            + " who freezes the file system in between"),
    /** Only swap that lies in a file goes this way. */
    SWAP_FILE("reclaim goes this way only where swap lies in a file of this file system"),
    /** Another task has to hold a lock that reclaim waits for, and to wait for this one. */
    BY_ANOTHER(
        "it takes another task at that time, which holds the one lock and waits for the other"),
    /** Reclaim has to start I/O to the very device, or to wait for it. */
    TO_THAT_DEVICE("it hangs where reclaim starts I/O to that device: swap or a file system on it"),
    /** Some step is not certain: an indirect call, a waker that was guessed. */
    UNCERTAIN("not every step of reclaim's way is certain");

    private final String reason;

    Cut(String reason) {
      this.reason = reason;
    }

    /** What it says, a sentence part. */
    public String reason() {
      return reason;
    }
  }

  /** The steps from where reclaim starts to run something to the lock, for people. */
  public List<ChainStep> steps() {
    return path.steps();
  }

  /** Whether it has a cut of a kind. */
  public boolean isCutBy(Cut kind) {
    return cuts.contains(kind);
  }
}
