package org.gfpaudit.rules.finding;

import java.util.List;

/**
 * A call that allocates page cache, itself or in what it calls, and what reclaim may do there: a
 * row of the audit table, or a call of a helper that asks the mapping for the mask. The latter have
 * no row of their own, and what protects them can be lost all the same.
 *
 * @param flagged the call; for a helper without a mask
 * @param subsystem whose code it is
 * @param protection what reclaim may do there
 * @param stake how much it would matter if {@code __GFP_FS} could be used there
 * @param origins where the masks enter that callers hand in; empty where none does, or nobody says
 */
public record GuardedCall(
    Flagged flagged, String subsystem, Protection protection, Level stake, List<Place> origins)
    implements Comparable<GuardedCall> {
  public GuardedCall {
    origins = List.copyOf(origins);
  }

  /** A call to which no caller hands a mask. */
  public GuardedCall(Flagged flagged, String subsystem, Protection protection, Level stake) {
    this(flagged, subsystem, protection, stake, List.of());
  }

  /** Where the called name's token stands. */
  public Place place() {
    return flagged.place();
  }

  /** The function that is called. */
  public String callee() {
    return flagged.callee();
  }

  /** The mask argument's text; empty for a helper. */
  public String mask() {
    return flagged.mask();
  }

  /** The mapping argument's text. */
  public String mapping() {
    return flagged.mapping();
  }

  /** This call elsewhere. */
  public GuardedCall at(Place other) {
    return new GuardedCall(
        new Flagged(other, callee(), mask(), mapping(), flagged.condition()),
        subsystem,
        protection,
        stake,
        origins);
  }

  @Override
  public int compareTo(GuardedCall other) {
    return flagged.compareTo(other.flagged);
  }
}
