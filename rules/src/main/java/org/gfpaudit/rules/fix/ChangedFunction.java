package org.gfpaudit.rules.fix;

import java.util.Comparator;
import org.gfpaudit.rules.finding.Place;

/**
 * A function that a fix changes the code of; sorted by file.
 *
 * @param file relative to the tree's root
 */
public record ChangedFunction(String file, String name) implements Comparable<ChangedFunction> {
  private static final Comparator<ChangedFunction> ORDER =
      Comparator.comparing(ChangedFunction::file).thenComparing(ChangedFunction::name);

  /** The function that a place is in. */
  public static ChangedFunction at(Place place) {
    return new ChangedFunction(place.file(), place.function());
  }

  @Override
  public int compareTo(ChangedFunction other) {
    return ORDER.compare(this, other);
  }
}
