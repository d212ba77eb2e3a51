package org.gfpaudit.analyzer.reclaim;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.facts.ReclaimWait;
import org.gfpaudit.rules.finding.LockClass;

/**
 * The ways in which reclaim comes to wait for the locks that were asked for.
 *
 * @param waits one for each lock and subsystem, the one that asks for least
 * @param looked what was looked at, for each subsystem
 */
public record Reclaim(List<ReclaimWait> waits, List<Looked> looked) {
  /** What stands for the end of I/O to the device that a file system lies on. */
  public static final LockClass IO = new LockClass(LockClass.Kind.PSEUDO, "", "I/O to its device");

  /** What stands for I/O to a device whose queue is frozen. */
  public static final LockClass FROZEN = LockClass.FROZEN_QUEUE;

  public Reclaim {
    waits = List.copyOf(waits);
    looked = List.copyOf(looked);
  }

  /**
   * What was looked at in one subsystem.
   *
   * @param roots how many functions reclaim enters it by, those of code for everybody among them
   * @param functions how many were followed
   * @param unresolved how many calls through variables and unknown structs were not followed
   * @param isCut whether the search ended before everything was looked at
   */
  public record Looked(String subsystem, int roots, int functions, int unresolved, boolean isCut) {

    /** What was looked at, and what was not, a sentence part. */
    public String text() {
      return roots
          + " functions by which reclaim comes to "
          + subsystem
          + " and "
          + functions
          + " below them; "
          + unresolved
          + " calls through pointers were not resolved"
          + (isCut ? ", and the search was cut off" : "");
    }
  }

  /** The ways to one lock in one subsystem. */
  public List<ReclaimWait> of(String subsystem, LockClass lock) {
    LockClass own = lock.in(subsystem);
    return waits.stream()
        .filter(wait -> wait.subsystem().equals(subsystem) && wait.lock().equals(own))
        .toList();
  }

  /** What was looked at in one subsystem; empty where nothing was asked about it. */
  public Optional<Looked> looked(String subsystem) {
    return looked.stream().filter(each -> each.subsystem().equals(subsystem)).findFirst();
  }
}
