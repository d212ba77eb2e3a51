package org.gfpaudit.analyzer.scope;

import org.gfpaudit.analyzer.facts.TaskFlags;

/**
 * What is known of a kept value of the task flags.
 *
 * <p>A save call returns, in older kernels, the asked flags that were set before, and its restore
 * call puts these in place of those it is named after; in newer kernels it returns those that were
 * not, and any restore call clears what the cookie names. Only what holds either way is said here.
 *
 * @param asked the flags the save call could have set; all, where the value was kept by hand
 * @param own those among them that it names whichever way it was made: a restore call that is named
 *     after another one may clear that
 * @param before the flags that were certainly set before, and all that were not asked for
 * @param isOfCall whether a save call returned it; otherwise it is a value of the flags themselves
 */
record Cookie(TaskFlags asked, TaskFlags own, TaskFlags before, boolean isOfCall) {
  /** A value of which nothing is known. */
  static final Cookie UNKNOWN = byHand(TaskFlags.NONE);

  /**
   * The value 0, where nothing was saved: in older kernels a restore call that is named after a
   * flag clears that all the same.
   */
  static final Cookie NOTHING = ofCall(TaskFlags.NONE, TaskFlags.ALL);

  /** What a save call returns that may set {@code asked}. */
  static Cookie ofCall(TaskFlags asked, TaskFlags before) {
    return new Cookie(asked, asked, before.with(TaskFlags.ALL.without(asked)), true);
  }

  /** A copy of the flags in which these are certainly set. */
  static Cookie byHand(TaskFlags certain) {
    return new Cookie(TaskFlags.ALL, TaskFlags.ALL, certain, false);
  }

  Cookie join(Cookie other) {
    if (equals(other)) {
      return this;
    }
    return isOfCall == other.isOfCall
        ? new Cookie(
            asked.with(other.asked), own.join(other.own), before.join(other.before), isOfCall)
        : UNKNOWN;
  }

  /**
   * The flags after a restore call took this.
   *
   * @param named the flags the call is named after; all, where it is named after none
   * @param flags those certainly set before the call
   */
  TaskFlags restored(TaskFlags named, TaskFlags flags) {
    return isOfCall
        ? flags
            .join(before)
            .without(named.equals(TaskFlags.ALL) ? TaskFlags.NONE : named.without(own))
        : flags.restored(named, before);
  }

  /** The flags a restore call may clear that takes this. */
  TaskFlags closes(TaskFlags named) {
    return !isOfCall ? named : named.equals(TaskFlags.ALL) ? asked : named.with(asked);
  }
}
