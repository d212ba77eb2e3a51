package org.gfpaudit.analyzer.masks;

import java.util.HashMap;
import java.util.Map;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Origin;

/**
 * Forgets how a mask was returned where there is a shorter way. Without it a component of many
 * functions that return each other's masks would hold one path for each order of calls.
 */
final class ShortestWay {
  private ShortestWay() {}

  private record Entry(Object place, String text) {}

  /** {@code value} with one way for each constant or call that enters it. */
  static MaskValue of(MaskValue value) {
    Map<Entry, Origin> shortest = new HashMap<>();
    for (Origin origin : value.origins()) {
      shortest.merge(
          new Entry(origin.place(), origin.text()),
          origin,
          (known, other) -> other.through().size() < known.through().size() ? other : known);
    }
    return value.mapOrigins(
        origin -> shortest.getOrDefault(new Entry(origin.place(), origin.text()), origin));
  }
}
