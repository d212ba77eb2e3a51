package org.gfpaudit.rules.finding;

import java.util.Comparator;
import java.util.Locale;

/**
 * What keeps a bit of a mask from being used.
 *
 * @param text what it is, as code: the mask, the flag, the kind of scope, the setter with its mask
 * @param place where it stands
 * @param subsystem for a setter whose mappings it is for; else empty
 */
public record Protector(Kind kind, String text, Place place, String subsystem)
    implements Comparable<Protector> {
  private static final Comparator<Protector> ORDER =
      Comparator.comparing(Protector::kind)
          .thenComparing(Protector::place)
          .thenComparing(Protector::text);

  /** What can protect, the nearest to the call first. */
  public enum Kind {
    /** The mask itself lacks the bit. */
    MASK,
    /** A flag of the call takes it out. */
    FLAG,
    /** The task is in a scope. */
    SCOPE,
    /** The mask of the mapping lacks it, for somebody took it out there. */
    SETTER,
    /** Nothing is allocated. */
    NO_ALLOCATION;

    /** The word used in JSON: {@code no-allocation}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** For people: {@code "the NOFS scope of page_cache_ra_order() (mm/readahead.c:516)"}. */
  public String told() {
    String where = place.file().isEmpty() ? "" : " (" + place.fileAndLine() + ")";
    String function = place.function().isEmpty() ? "" : " in " + place.function() + "()";
    return switch (kind) {
      case MASK -> "the mask " + text + where;
      case FLAG -> "the flag " + text + where;
      case SCOPE ->
          "the " + text + " scope" + (function.isEmpty() ? "" : " opened" + function) + where;
      case SETTER -> text + function + where;
      case NO_ALLOCATION -> "nothing is allocated here";
    };
  }

  @Override
  public int compareTo(Protector other) {
    return ORDER.compare(this, other);
  }
}
