package org.gfpaudit.analyzer.scope;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import org.gfpaudit.analyzer.model.Aliases;
import org.gfpaudit.grammar.index.Entity;

/**
 * How far up the callers of a function go: whether every chain of callers by name, from the
 * function to one that nobody calls by name, is short. No function on a cycle of calls is such, nor
 * is one with many callers. Not safe for several threads.
 */
final class CallerChains {
  private static final int MAX_CALLS = 6;
  private static final int MAX_CALLERS = 64;

  private final Aliases aliases;
  // The longest chain above each function, and what it is at least where it was found too long.
  private final Map<Entity, Integer> lengths = new HashMap<>();
  private final Map<Entity, Integer> atLeast = new HashMap<>();

  CallerChains(Aliases aliases) {
    this.aliases = aliases;
  }

  /** Whether all chains of callers of {@code entity} end after {@value #MAX_CALLS} calls. */
  boolean areShort(Entity entity) {
    return areWithin(entity, MAX_CALLS);
  }

  private boolean areWithin(Entity entity, int most) {
    Integer known = lengths.get(entity);
    if (known != null) {
      return known <= most;
    }
    if (atLeast.getOrDefault(entity, 0) > most) {
      return false;
    }
    int length = 0;
    SortedSet<Entity> callers = aliases.callers(entity);
    boolean isWithin = callers.size() <= MAX_CALLERS && (most > 0 || callers.isEmpty());
    if (isWithin) {
      for (Entity caller : callers) {
        if (!areWithin(caller, most - 1)) {
          isWithin = false;
          break;
        }
        length = Math.max(length, Objects.requireNonNull(lengths.get(caller)) + 1);
      }
    }
    if (isWithin) {
      lengths.put(entity, length);
    } else {
      atLeast.put(entity, callers.size() <= MAX_CALLERS ? most + 1 : Integer.MAX_VALUE);
    }
    return isWithin;
  }
}
