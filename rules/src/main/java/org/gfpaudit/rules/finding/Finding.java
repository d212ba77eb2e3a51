package org.gfpaudit.rules.finding;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gfpaudit.grammar.cond.PresenceCondition;

/**
 * What a rule objects to.
 *
 * @param id stable across runs of one tree, unique in it: {@code G} and eight hexadecimal digits
 * @param fingerprint the same in runs of different trees, as long as the finding is the same
 * @param rule the rule's id
 * @param message one sentence without a period, naming the mask, the sink and the function
 * @param flagged what it points at
 * @param row the row of the audit table it is about; empty for rules that are not about rows
 * @param witness origin first, sink last; at least one step
 * @param reason why the level is what it is (an exemption, the mappings that can reach it), or
 *     empty where it is the rule's own
 * @param constrainers what sets the masks of the mappings that can reach it and of their siblings,
 *     those that clear the bit first; empty where nothing is known
 * @param evidence what else speaks for it, the strongest first
 */
public record Finding(
    String id,
    Fingerprint fingerprint,
    String rule,
    Level level,
    String message,
    Flagged flagged,
    Optional<AuditRow> row,
    List<WitnessStep> witness,
    String reason,
    List<ConstrainerSite> constrainers,
    List<Evidence> evidence)
    implements Comparable<Finding> {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::flagged).thenComparing(Finding::rule);

  /** A finding on {@code row} that nothing is known of beyond this run. */
  public Finding(
      String id,
      String rule,
      Level level,
      String message,
      AuditRow row,
      List<WitnessStep> witness,
      String reason) {
    this(
        id,
        new Fingerprint(id, id),
        rule,
        level,
        message,
        Flagged.of(row),
        Optional.of(row),
        witness,
        reason,
        List.of(),
        List.of());
  }

  /** This finding with what speaks for it. */
  public Finding withEvidence(List<Evidence> found) {
    return new Finding(
        id,
        fingerprint,
        rule,
        level,
        message,
        flagged,
        row,
        witness,
        reason,
        constrainers,
        found.stream().sorted().toList());
  }

  /** This finding with another level, and why. */
  public Finding withLevel(Level other, String why) {
    return new Finding(
        id, fingerprint, rule, other, message, flagged, row, witness, why, constrainers, evidence);
  }

  /** This finding with another row, where it is about one. */
  public Finding about(UnaryOperator<AuditRow> other) {
    return new Finding(
        id,
        fingerprint,
        rule,
        level,
        message,
        flagged,
        row.map(other),
        witness,
        reason,
        constrainers,
        evidence);
  }

  /** This finding under another condition; its row keeps its own. */
  public Finding under(PresenceCondition other) {
    return new Finding(
        id,
        fingerprint,
        rule,
        level,
        message,
        flagged.under(other),
        row,
        witness,
        reason,
        constrainers,
        evidence);
  }

  /** This finding by another name. */
  public Finding named(String otherId, Fingerprint other) {
    return new Finding(
        otherId,
        other,
        rule,
        level,
        message,
        flagged,
        row,
        witness,
        reason,
        constrainers,
        evidence);
  }

  /** Where it is. */
  public Place place() {
    return flagged.place();
  }

  /** Reports whether it is about {@code candidate}. */
  public boolean isAbout(AuditRow candidate) {
    return row.isPresent() && row.get().equals(candidate);
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
