package org.gfpaudit.rules.rawmask;

import org.gfpaudit.rules.api.Subject;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.knowledge.RawSink;

/**
 * A call that allocates by the mask of a mapping, high memory and all, what must not be there.
 *
 * @param flagged the call that allocates
 * @param mapping whose mask it is, as the function writes it that asked for the mask
 * @param sink the called function's row
 */
public record RawMask(Flagged flagged, String mapping, RawSink sink) implements Subject {}
