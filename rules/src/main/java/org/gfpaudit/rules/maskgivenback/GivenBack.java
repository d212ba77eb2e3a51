package org.gfpaudit.rules.maskgivenback;

import java.util.List;
import org.gfpaudit.rules.api.Subject;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.Place;

/**
 * A call that puts bits back into the mask of a mapping that had lost them on the way there.
 *
 * @param flagged the call; its callee is the setter
 * @param cleared the call that had taken them out
 * @param bits the names of the bits, at least one
 */
public record GivenBack(Flagged flagged, Place cleared, List<String> bits) implements Subject {
  public GivenBack {
    bits = List.copyOf(bits);
  }
}
