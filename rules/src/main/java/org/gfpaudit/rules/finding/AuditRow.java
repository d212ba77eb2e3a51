package org.gfpaudit.rules.finding;

import java.util.Comparator;
import java.util.List;
import org.gfpaudit.grammar.cond.PresenceCondition;

/**
 * One line of the audit table.
 *
 * @param place the called name's token; for a field that is set, the field's token
 * @param sink the called sink; for an origin the sink finally reached
 * @param mask the mask argument's text on one line, empty where the sink takes none
 * @param mapping the mapping argument's text on one line, empty where the sink takes none
 * @param origins where the masks that reach the call enter, sorted, without duplicates
 * @param note one sentence part for the reader, or empty
 */
public record AuditRow(
    Kind kind,
    Place place,
    String sink,
    String mask,
    String mapping,
    Verdict verdict,
    PresenceCondition condition,
    List<Place> origins,
    String note)
    implements Comparable<AuditRow> {

  private static final Comparator<AuditRow> ORDER =
      Comparator.comparing(AuditRow::place)
          .thenComparing(AuditRow::kind)
          .thenComparing(AuditRow::sink)
          .thenComparing(AuditRow::mask);

  /** What a row stands for. */
  public enum Kind {
    /** A call of a listed sink. */
    SITE,
    /** A call, or a write to a field, that binds the mask of a relative. */
    ORIGIN
  }

  /** This row under another condition. */
  public AuditRow under(PresenceCondition other) {
    return new AuditRow(kind, place, sink, mask, mapping, verdict, other, origins, note);
  }

  /** This row with other origins, sorted. */
  public AuditRow from(List<Place> others) {
    return new AuditRow(kind, place, sink, mask, mapping, verdict, condition, others, note);
  }

  @Override
  public int compareTo(AuditRow other) {
    return ORDER.compare(this, other);
  }
}
