package org.gfpaudit.rules.mask;

import java.util.ArrayList;
import java.util.List;
import org.gfpaudit.rules.finding.Place;

/**
 * Where a constant, a derivation or a symbol entered.
 *
 * @param place of the expression
 * @param text the constant or the call as written, on one line
 * @param through the calls that returned it, innermost first, at most {@value #MAX_THROUGH}: of a
 *     longer way the outer end is dropped
 */
public record Origin(Place place, String text, List<Place> through) implements Comparable<Origin> {
  /** The most calls an origin remembers. */
  public static final int MAX_THROUGH = 8;

  /** For a value that was never written down, such as the complement of a computed zero. */
  public static final Origin NOWHERE = new Origin(new Place("", 0, 0, ""), "");

  public Origin {
    through =
        List.copyOf(through.size() <= MAX_THROUGH ? through : through.subList(0, MAX_THROUGH));
  }

  public Origin(Place place, String text) {
    this(place, text, List.of());
  }

  /** This origin as the caller at {@code call} sees it. */
  public Origin returnedThrough(Place call) {
    if (through.size() == MAX_THROUGH || through.contains(call)) {
      return this;
    }
    List<Place> longer = new ArrayList<>(through);
    longer.add(call);
    return new Origin(place, text, longer);
  }

  /** This origin, whatever it was returned through. */
  public Origin withoutWay() {
    return through.isEmpty() ? this : new Origin(place, text);
  }

  @Override
  public int compareTo(Origin other) {
    if (this == other) {
      return 0;
    }
    int byPlace = place.compareTo(other.place);
    if (byPlace != 0) {
      return byPlace;
    }
    int byText = text.compareTo(other.text);
    return byText != 0 ? byText : comparePlaces(through, other.through);
  }

  // Written by hand with the cheapest test first, because masks are compared at every join.
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Origin that
            && place.equals(that.place)
            && text.equals(that.text)
            && through.equals(that.through));
  }

  @Override
  public int hashCode() {
    return (place.hashCode() * 31 + text.hashCode()) * 31 + through.hashCode();
  }

  private static int comparePlaces(List<Place> left, List<Place> right) {
    for (int i = 0; i < left.size() && i < right.size(); i++) {
      int byPlace = left.get(i).compareTo(right.get(i));
      if (byPlace != 0) {
        return byPlace;
      }
    }
    return Integer.compare(left.size(), right.size());
  }
}
