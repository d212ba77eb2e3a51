/**
 * The mask is that of another mapping
 *
 * <p>Rule {@code wrong-mapping}, level error. The mask is derived from a mapping, but the page goes
 * into another one, on every path.
 *
 * <p>Why it hurts: the mapping that is asked may allow what the mapping that is used forbids.
 *
 * <p>It is reported only where the two are proven to come from different parameters; a caller that
 * hands the same object in twice is known noise. Example: {@code parameters.c}.
 */
package org.gfpaudit.rules.wrongmapping;
