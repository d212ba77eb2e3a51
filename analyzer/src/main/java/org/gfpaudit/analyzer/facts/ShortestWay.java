package org.gfpaudit.analyzer.facts;

import java.util.HashMap;
import java.util.Map;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Origin;

/**
 * Forgets how a mask was returned where there is a shorter way. Without it a component of many
 * functions that return each other's masks would hold one path for each order of calls.
 */
public final class ShortestWay {
  private ShortestWay() {}

  /** {@code value} with one way for each constant or call that enters it. */
  public static MaskValue of(MaskValue value) {
    Map<Origin, Origin> shortest = new HashMap<>();
    addShortest(value, shortest);
    return with(shortest, value);
  }

  /**
   * The join of both, where what enters {@code known} keeps the way it has there. So of values that
   * are joined one after the other a way is chosen once: they differ less and less, and a chain of
   * them is no longer than the constants and calls of a program are many.
   */
  @SuppressWarnings("ReferenceEquality") // A join that adds nothing is this object.
  static MaskValue join(MaskValue known, MaskValue more) {
    MaskValue joined = known.join(more);
    if (joined == known || known.isBottom()) {
      return joined;
    }
    Map<Origin, Origin> ways = new HashMap<>();
    addShortest(known, ways);
    Map<Origin, Origin> others = new HashMap<>();
    addShortest(more, others);
    others.forEach(ways::putIfAbsent);
    return known.join(with(ways, more));
  }

  /** {@code known}, with the ways of {@code other} where they are shorter. */
  static MaskValue shorter(MaskValue known, MaskValue other) {
    Map<Origin, Origin> ways = new HashMap<>();
    addShortest(other, ways);
    return known.mapOrigins(
        origin -> {
          Origin way = ways.getOrDefault(origin.withoutWay(), origin);
          return way.through().size() < origin.through().size() ? way : origin;
        });
  }

  /** {@code value}, whatever it was returned through. */
  static MaskValue without(MaskValue value) {
    return value.mapOrigins(Origin::withoutWay);
  }

  private static void addShortest(MaskValue value, Map<Origin, Origin> shortest) {
    for (Origin origin : value.origins()) {
      shortest.merge(
          origin.withoutWay(),
          origin,
          (known, other) -> other.through().size() < known.through().size() ? other : known);
    }
  }

  private static MaskValue with(Map<Origin, Origin> ways, MaskValue value) {
    return value.mapOrigins(origin -> ways.getOrDefault(origin.withoutWay(), origin));
  }
}
