package org.gfpaudit.rules.mappingloosened;

import java.util.Optional;
import org.gfpaudit.rules.api.Rank;
import org.gfpaudit.rules.api.Subject;
import org.gfpaudit.rules.finding.Flagged;

/**
 * A setter of a mapping that belongs to somebody else, which does not leave it as strict as it was.
 *
 * @param flagged the call; its callee is the setter
 * @param saved the field that the mask is restored from; empty where nothing ever restores it
 * @param ranked how much it matters
 */
public record LoosenedMapping(Flagged flagged, Optional<String> saved, Rank ranked)
    implements Subject {
  @Override
  public Optional<Rank> rank() {
    return Optional.of(ranked);
  }
}
