package org.gfpaudit.rules.finding;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gfpaudit.grammar.cond.PresenceCondition;

/**
 * What a rule objects to: what it says, where, and why.
 *
 * @param flagged what it points at
 * @param row the row of the audit table it is about; empty for rules that are not about rows
 */
public record Finding(
    FindingName name, Complaint complaint, Flagged flagged, Optional<AuditRow> row, Grounds grounds)
    implements Comparable<Finding> {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::flagged).thenComparing(Finding::rule);

  /** This finding with what speaks for it. */
  public Finding withEvidence(List<Evidence> found) {
    return new Finding(name, complaint, flagged, row, grounds.withEvidence(found));
  }

  /** This finding with another level, and why. */
  public Finding withLevel(Level other, String why) {
    return new Finding(name, complaint.withLevel(other, why), flagged, row, grounds);
  }

  /** This finding in other words. */
  public Finding saying(String message) {
    Complaint other = new Complaint(rule(), level(), message, reason());
    return new Finding(name, other, flagged, row, grounds);
  }

  /** This finding with another row, where it is about one. */
  public Finding about(UnaryOperator<AuditRow> other) {
    return new Finding(name, complaint, flagged, row.map(other), grounds);
  }

  /** This finding under another condition; its row keeps its own. */
  public Finding under(PresenceCondition other) {
    return new Finding(name, complaint, flagged.under(other), row, grounds);
  }

  /** This finding by another name. */
  public Finding named(FindingName other) {
    return new Finding(other, complaint, flagged, row, grounds);
  }

  /** Stable across runs of one tree, unique in it. */
  public String id() {
    return name.id();
  }

  /** The same in runs of different trees, as long as the finding is the same. */
  public Fingerprint fingerprint() {
    return name.fingerprint();
  }

  /** The rule's id. */
  public String rule() {
    return complaint.rule();
  }

  public Level level() {
    return complaint.level();
  }

  /** One sentence without a period. */
  public String message() {
    return complaint.message();
  }

  /** Why the level is what it is, or empty where it is the rule's own. */
  public String reason() {
    return complaint.reason();
  }

  /** Origin first, sink last; at least one step. */
  public List<WitnessStep> witness() {
    return grounds.witness();
  }

  /** What sets the masks of the mappings that can reach it, those that clear the bit first. */
  public List<ConstrainerSite> constrainers() {
    return grounds.constrainers();
  }

  /** What else speaks for it, the strongest first. */
  public List<Evidence> evidence() {
    return grounds.evidence();
  }

  /** What it can cause, and what was looked at to say so. */
  public Consequence consequence() {
    return grounds.consequence();
  }

  /** Where it is. */
  public Place place() {
    return flagged.place();
  }

  /** Whether it is about {@code candidate}. */
  public boolean isAbout(AuditRow candidate) {
    return row.isPresent() && row.get().equals(candidate);
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
