package org.gfpaudit.rules.review;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.finding.Finding;

/**
 * What one patch of a series does to the findings of the tree before it.
 *
 * @param brought findings that are there since this patch, at their places right after it
 * @param fixed findings that the tree had before the series and has no more since this patch
 */
public record PatchOutcome(MailedPatch patch, List<Brought> brought, List<KnownFinding> fixed) {
  public PatchOutcome {
    brought = List.copyOf(brought);
    fixed = List.copyOf(fixed);
  }

  /**
   * A finding that a patch brings.
   *
   * @param takenAwayBy the later patch of the series since which it is gone
   */
  public record Brought(Finding finding, Optional<MailedPatch> takenAwayBy) {}

  /** Whether the patch changes nothing of what is found. */
  public boolean isNone() {
    return brought.isEmpty() && fixed.isEmpty();
  }
}
