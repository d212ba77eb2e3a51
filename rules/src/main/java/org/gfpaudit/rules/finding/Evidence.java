package org.gfpaudit.rules.finding;

import java.util.Comparator;
import java.util.Locale;

/**
 * Something in the source that speaks for a finding, as the mail of 2015 argues.
 *
 * @param text one sentence part for the reader
 */
public record Evidence(Kind kind, String text, Place place) implements Comparable<Evidence> {

  /** What speaks, the strongest first. */
  public enum Kind {
    /** The same function asks for the mask of a mapping. */
    SAME_FUNCTION,
    /** A function called from the same place obeys the mapping. */
    SIBLING,
    /** It is called on the page cache's way to read. */
    READ_PATH,
    /** The function makes its other allocations with a weaker mask, or in a scope. */
    OTHER_ALLOCATIONS,
    /** It holds a lock. */
    LOCK,
    /** Other sites of the file are derived. */
    SAME_FILE;

    /** The word used in reports: {@code same-function}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Override
  public int compareTo(Evidence other) {
    return Comparator.comparing(Evidence::kind)
        .thenComparing(Evidence::place)
        .thenComparing(Evidence::text)
        .compare(this, other);
  }
}
