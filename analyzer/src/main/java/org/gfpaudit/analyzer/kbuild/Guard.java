package org.gfpaudit.analyzer.kbuild;

import org.gfpaudit.grammar.cond.PresenceCondition;

/**
 * The condition under which a makefile's line is read. An upper bound: the line is read nowhere
 * else, and where the guard is exact it is read wherever the condition holds.
 */
record Guard(PresenceCondition condition, boolean isExact) {
  static final Guard ALWAYS = new Guard(PresenceCondition.TRUE, true);
  static final Guard NEVER = new Guard(PresenceCondition.FALSE, true);

  /** A test that was not understood: it may hold, and its opposite may. */
  static final Guard UNKNOWN = new Guard(PresenceCondition.TRUE, false);

  /** Within this many atoms conditions are small tables; what needs more is made weaker. */
  private static final int MOST_ATOMS = 10;

  /** A symbol that is set, built in or as a module. */
  static Guard set(String symbol) {
    return new Guard(PresenceCondition.symbol(symbol), true);
  }

  Guard and(Guard other) {
    PresenceCondition both = condition.and(other.condition);
    boolean isNarrow = isNarrow(both);
    return new Guard(isNarrow ? both : condition, isExact && other.isExact && isNarrow);
  }

  Guard or(Guard other) {
    PresenceCondition either = condition.or(other.condition);
    return isNarrow(either) ? new Guard(either, isExact && other.isExact) : UNKNOWN;
  }

  Guard not() {
    return isExact ? new Guard(condition.not(), true) : UNKNOWN;
  }

  /** The same bound, no longer claimed to be exact. */
  Guard loosened() {
    return new Guard(condition, false);
  }

  boolean isNever() {
    return condition.isFalse();
  }

  private static boolean isNarrow(PresenceCondition condition) {
    return condition.atoms().size() <= MOST_ATOMS;
  }
}
