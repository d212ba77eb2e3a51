package org.gfpaudit.rules.reclaimdeadlock;

import java.util.Optional;
import org.gfpaudit.rules.api.Rank;
import org.gfpaudit.rules.api.Subject;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.Reentry;

/**
 * A page-cache allocation with a lock held that reclaim waits for.
 *
 * @param flagged the call in the file system that allocates, or calls what does
 * @param reentry the lock, and both halves of the chain
 * @param ranked how much it matters
 */
public record HeldOverReclaim(Flagged flagged, Reentry reentry, Rank ranked) implements Subject {
  @Override
  public Optional<Rank> rank() {
    return Optional.of(ranked);
  }
}
