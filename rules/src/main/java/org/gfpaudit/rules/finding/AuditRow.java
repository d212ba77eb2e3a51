package org.gfpaudit.rules.finding;

import java.util.Comparator;
import java.util.List;
import org.gfpaudit.grammar.cond.PresenceCondition;

/**
 * One line of the audit table.
 *
 * @param flagged the call of a sink, for an origin of the sink finally reached; or the field that
 *     is set
 * @param origins where the masks that reach the call enter, sorted, without duplicates
 * @param note one sentence part for the reader, or empty
 * @param protection what reclaim may do there
 */
public record AuditRow(
    Kind kind,
    Flagged flagged,
    Verdict verdict,
    List<Place> origins,
    String note,
    Protection protection)
    implements Comparable<AuditRow> {

  /** A row of which it is not known what reclaim may do there. */
  public AuditRow(Kind kind, Flagged flagged, Verdict verdict, List<Place> origins, String note) {
    this(kind, flagged, verdict, origins, note, Protection.UNKNOWN);
  }

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

  /** The called name's token; for a field that is set, the field's token. */
  public Place place() {
    return flagged.place();
  }

  /** The called sink; for an origin the sink finally reached. */
  public String sink() {
    return flagged.callee();
  }

  /** The mask argument's text on one line, empty where the sink takes none. */
  public String mask() {
    return flagged.mask();
  }

  /** The mapping argument's text on one line, empty where the sink takes none. */
  public String mapping() {
    return flagged.mapping();
  }

  /** The presence condition of the place. */
  public PresenceCondition condition() {
    return flagged.condition();
  }

  /** This row under another condition. */
  public AuditRow under(PresenceCondition other) {
    return new AuditRow(kind, flagged.under(other), verdict, origins, note, protection);
  }

  /** This row with other origins, sorted. */
  public AuditRow from(List<Place> others) {
    return new AuditRow(kind, flagged, verdict, others, note, protection);
  }

  /** This row with what reclaim may do there. */
  public AuditRow with(Protection other) {
    return new AuditRow(kind, flagged, verdict, origins, note, other);
  }

  @Override
  public int compareTo(AuditRow other) {
    return ORDER.compare(this, other);
  }
}
