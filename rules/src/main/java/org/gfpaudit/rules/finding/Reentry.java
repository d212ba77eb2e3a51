package org.gfpaudit.rules.finding;

import java.util.List;

/**
 * A deadlock in two halves: an allocation is made while a lock is held, and reclaim, which the
 * allocation may enter, comes to wait for that lock.
 *
 * @param mode how the lock is held
 * @param held how the lock came to be held and the allocation to be made
 * @param reclaim how reclaim comes to wait for the lock
 * @param bit what the allocation must allow for reclaim to come this way
 * @param doubt what speaks against a hang
 */
public record Reentry(
    LockClass lock,
    LockMode mode,
    List<ChainStep> held,
    List<ChainStep> reclaim,
    ReclaimBit bit,
    Doubt doubt) {
  public Reentry {
    held = List.copyOf(held);
    reclaim = List.copyOf(reclaim);
  }

  /**
   * How sure it is.
   *
   * @param cuts why it may hang for nobody, a sentence part each; empty where nothing speaks for
   *     that
   * @param looked what was looked at, and what was not, as a sentence part
   */
  public record Doubt(List<String> cuts, String looked) {
    public Doubt {
      cuts = List.copyOf(cuts);
    }
  }

  /** Why it may hang for nobody, a sentence part each. */
  public List<String> cuts() {
    return doubt.cuts();
  }

  /** What was looked at, and what was not, as a sentence part. */
  public String looked() {
    return doubt.looked();
  }

  /** What stands over the first half. */
  public String overHeld() {
    return "how " + lock.text() + " comes to be held over the allocation:";
  }

  /** What stands over the second half. */
  public String overReclaim() {
    return "how reclaim comes to wait for it:";
  }
}
