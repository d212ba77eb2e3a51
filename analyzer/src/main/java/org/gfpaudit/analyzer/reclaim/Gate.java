package org.gfpaudit.analyzer.reclaim;

import java.util.EnumSet;
import java.util.Set;
import org.gfpaudit.rules.finding.ReclaimBit;

/**
 * What is asked for where a way goes on.
 *
 * @param isOpen whether it can be gone at all
 * @param bit of the mask, at least
 * @param guards what else must hold
 */
record Gate(boolean isOpen, ReclaimBit bit, Set<Guard> guards) {
  static final Gate OPEN = new Gate(true, ReclaimBit.DIRECT, Set.of());
  static final Gate CLOSED = new Gate(false, ReclaimBit.DIRECT, Set.of());

  Gate {
    guards = Set.copyOf(guards);
  }

  static Gate of(ReclaimBit bit) {
    return new Gate(true, bit, Set.of());
  }

  static Gate of(Guard guard) {
    return new Gate(true, ReclaimBit.DIRECT, Set.of(guard));
  }

  static Gate of(boolean isOpen) {
    return isOpen ? OPEN : CLOSED;
  }

  /** What is asked for by both. */
  Gate and(Gate other) {
    if (!isOpen || !other.isOpen) {
      return CLOSED;
    }
    if (other.equals(OPEN)) {
      return this;
    }
    Set<Guard> all = EnumSet.noneOf(Guard.class);
    all.addAll(guards);
    all.addAll(other.guards);
    boolean isContradiction =
        all.contains(Guard.IN_TRANSACTION) && all.contains(Guard.NO_TRANSACTION);
    return isContradiction ? CLOSED : new Gate(true, bit.and(other.bit), all);
  }

  /** The one that asks for less. */
  Gate or(Gate other) {
    if (!isOpen || !other.isOpen) {
      return isOpen ? this : other;
    }
    int byWeight = Integer.compare(weight(), other.weight());
    return byWeight < 0 || (byWeight == 0 && !bit.isMoreThan(other.bit)) ? this : other;
  }

  /** What of it is asked of objects, whichever task works on them. */
  Gate ofObjects() {
    Set<Guard> kept =
        EnumSet.of(
            Guard.UNLINKED, Guard.IN_USE, Guard.UNCACHED, Guard.LAZY, Guard.DIRTY, Guard.UNCERTAIN);
    kept.retainAll(guards);
    return new Gate(isOpen, ReclaimBit.DIRECT, kept);
  }

  int weight() {
    return Guard.weight(guards);
  }
}
