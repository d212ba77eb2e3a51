/**
 * The mask domain: what a GFP mask may hold, as an upper bound that says where each bit comes from.
 *
 * <p>A {@link MaskValue} is a set of alternatives, one per path that joins; an {@link Alternative}
 * is a set of OR-ed {@link Term}s; a term is {@code constant bits AND symbols}. Everything is
 * immutable and canonical: equal values are equal objects and print alike, whatever the order in
 * which they were built.
 */
package org.gfpaudit.rules.mask;
