package org.gfpaudit.rules.finding;

import java.util.Comparator;
import java.util.List;

/**
 * A row that a rule objects to.
 *
 * @param id stable across runs of one tree: {@code G} and eight hexadecimal digits
 * @param rule the rule's id
 * @param message one sentence without a period, naming the mask, the sink and the function
 * @param witness origin first, sink last; at least one step
 * @param reason why the level is what it is (an exemption, the mappings that can reach it), or
 *     empty where it is the rule's own
 * @param constrainers what sets the masks of the mappings that can reach it and of their siblings,
 *     those that clear the bit first; empty where nothing is known
 */
public record Finding(
    String id,
    String rule,
    Level level,
    String message,
    AuditRow row,
    List<WitnessStep> witness,
    String reason,
    List<ConstrainerSite> constrainers)
    implements Comparable<Finding> {

  /** A finding of whose mappings nothing is known. */
  public Finding(
      String id,
      String rule,
      Level level,
      String message,
      AuditRow row,
      List<WitnessStep> witness,
      String reason) {
    this(id, rule, level, message, row, witness, reason, List.of());
  }

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::row).thenComparing(Finding::rule);

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
