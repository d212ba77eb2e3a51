package org.gfpaudit.rules.maskneversaved;

import org.gfpaudit.rules.api.Subject;
import org.gfpaudit.rules.finding.Flagged;

/**
 * A call that sets the mask of a mapping to the value of a field that no code sets.
 *
 * @param flagged the call; its callee is the setter
 * @param field for the reader: {@code "struct foo.old_gfp_mask"}
 */
public record NeverSaved(Flagged flagged, String field) implements Subject {}
