package org.gfpaudit.rules.reclaimdeadlockany;

import java.util.Optional;
import org.gfpaudit.rules.api.Rank;
import org.gfpaudit.rules.api.Subject;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.Reentry;

/**
 * An allocation of anything but page cache with a lock held that reclaim waits for.
 *
 * @param flagged the call that allocates
 * @param reentry the lock, and both halves of the chain
 * @param ranked how much it matters
 */
public record MemoryOverReclaim(Flagged flagged, Reentry reentry, Rank ranked) implements Subject {
  @Override
  public Optional<Rank> rank() {
    return Optional.of(ranked);
  }
}
