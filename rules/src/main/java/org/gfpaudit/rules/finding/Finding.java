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
 * @param reason why the level is not the rule's own (an exemption, nothing created), or empty
 */
public record Finding(
    String id,
    String rule,
    Level level,
    String message,
    AuditRow row,
    List<WitnessStep> witness,
    String reason)
    implements Comparable<Finding> {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::row).thenComparing(Finding::rule);

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
