package org.gfpaudit.rules.finding;

import java.util.Comparator;
import org.gfpaudit.grammar.cond.PresenceCondition;

/**
 * What a row of the audit table or a finding points at: mostly a call of a sink, but a rule can
 * object to other code as well.
 *
 * @param place of the token that is marked, most often a called name
 * @param callee the called function, or whatever else the token names
 * @param mask the mask argument's text on one line, empty where there is none
 * @param mapping the text of the mapping or inode it is about on one line, empty where there is
 *     none
 * @param condition under which the place is compiled
 */
public record Flagged(
    Place place, String callee, String mask, String mapping, PresenceCondition condition)
    implements Comparable<Flagged> {

  private static final Comparator<Flagged> ORDER =
      Comparator.comparing(Flagged::place)
          .thenComparing(Flagged::callee)
          .thenComparing(Flagged::mask)
          .thenComparing(Flagged::mapping);

  /** The call or write that {@code row} is about. */
  public static Flagged of(AuditRow row) {
    return row.flagged();
  }

  /** This place under another condition. */
  public Flagged under(PresenceCondition other) {
    return new Flagged(place, callee, mask, mapping, other);
  }

  @Override
  public int compareTo(Flagged other) {
    return ORDER.compare(this, other);
  }
}
