package org.gfpaudit.analyzer.locks;

import java.util.List;
import java.util.Set;
import org.gfpaudit.rules.finding.LockClass;

/**
 * What a function leaves behind where it succeeds.
 *
 * @param taken the locks it returns with
 * @param given those of its callers that it may give back
 */
record NetLocks(List<HeldLock> taken, Set<LockClass> given) {
  static final NetLocks NONE = new NetLocks(List.of(), Set.of());

  NetLocks {
    taken = List.copyOf(taken);
    given = Set.copyOf(given);
  }

  boolean isNone() {
    return taken.isEmpty() && given.isEmpty();
  }
}
