package org.gfpaudit.rules.fix;

import java.util.Comparator;
import org.gfpaudit.rules.finding.Finding;

/**
 * A finding for which no patch is written.
 *
 * @param reason why not, a phrase without a period that a maintainer of the file understands
 */
public record Refusal(Finding finding, String reason) implements Comparable<Refusal> {
  /** By finding. */
  @Override
  public int compareTo(Refusal other) {
    return Comparator.comparing(Refusal::finding)
        .thenComparing(Refusal::reason)
        .compare(this, other);
  }
}
