package org.gfpaudit.rules.review;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Level;

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

  /** What of it is at least of that level. */
  PatchOutcome atLeast(Level least) {
    return new PatchOutcome(
        patch,
        brought.stream().filter(each -> each.finding().level().isAtLeast(least)).toList(),
        fixed.stream().filter(each -> each.level().isAtLeast(least)).toList());
  }

  /** Whether the patch changes nothing of what is found. */
  public boolean isNone() {
    return brought.isEmpty() && fixed.isEmpty();
  }
}
