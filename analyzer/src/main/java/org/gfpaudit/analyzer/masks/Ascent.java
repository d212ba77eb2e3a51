package org.gfpaudit.analyzer.masks;

import java.util.HashMap;
import java.util.Map;
import org.gfpaudit.analyzer.facts.Effect;
import org.gfpaudit.grammar.index.Entity;

/**
 * Makes the effects that are found for a function, one after the other, end. The first changes are
 * taken as they come: an effect found later replaces the one before, which may have been made of
 * callees that were not known yet. Functions that go round in a circle can replace their effects
 * for ever; so from the {@value #FREE_CHANGES}th change on the effect found is joined to the one
 * before. Then it only grows, and a change of nothing but the way on which a mask was returned
 * counts where that way got shorter. What still grows at the {@value #MOST_CHANGES}th change is
 * given up as unknown: thousands of functions that all call each other would be gone through for
 * each of the small steps in which their effects grow.
 */
final class Ascent {
  static final int FREE_CHANGES = 16;
  static final int MOST_CHANGES = 24;

  private final Map<Entity, Integer> changes = new HashMap<>();

  /** The effect that takes the place of {@code before} where {@code found} was found. */
  Effect next(Entity entity, Effect before, Effect found) {
    if (found.equals(before)) {
      return before;
    }
    if (found.isSameButForWays(before)) {
      return before.withShorterWays(found);
    }
    int count = changes.merge(entity, 1, Integer::sum);
    if (count < FREE_CHANGES) {
      return found;
    }
    Effect joined = before.join(found);
    return count < MOST_CHANGES || joined.equals(before) ? joined : joined.widened();
  }
}
