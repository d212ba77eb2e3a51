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
 * counts where that way got shorter.
 */
final class Ascent {
  static final int FREE_CHANGES = 16;

  private final Map<Entity, Integer> changes = new HashMap<>();

  /** The effect that takes the place of {@code before} where {@code found} was found. */
  Effect next(Entity entity, Effect before, Effect found) {
    if (found.equals(before)) {
      return before;
    }
    if (found.isSameButForWays(before)) {
      return before.withShorterWays(found);
    }
    return changes.merge(entity, 1, Integer::sum) < FREE_CHANGES ? found : before.join(found);
  }
}
