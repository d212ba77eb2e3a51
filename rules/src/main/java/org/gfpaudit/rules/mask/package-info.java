/**
 * The mask domain: what can a GFP mask hold, and where does each bit come from?
 *
 * <p>A {@link MaskValue} is a set of alternatives, one for each path that joins; an {@link
 * Alternative} is a set of OR-ed {@link Term}s; a term is {@code constant bits AND symbols}, with
 * its origin. A {@link Symbol} stands for a mask that is not known here: that of a mapping, a
 * parameter, a field, or an unknown one. Values are upper bounds on the bits that a mask can have,
 * immutable and canonical: equal values are equal objects and print alike, in whatever order they
 * were built.
 *
 * <p>The lattice has no path as its bottom; the order is inclusion of alternatives and the join is
 * their union. A value with too many alternatives is widened to unknown and keeps its origins, so
 * that every chain ends; {@link MaskValue} draws it. {@link Substitution} puts values in the place
 * of symbols, which is how a caller's mask enters a callee. {@link Judge} turns a value and its
 * context into a verdict.
 *
 * <p>Example: after {@code gfp = mapping_gfp_mask(m) & ~__GFP_FS} the value is one alternative with
 * one term, all bits but {@code __GFP_FS} AND M(m), and its verdict is {@code derived}. After
 * {@code if (x) gfp = GFP_KERNEL} it has two alternatives, and its verdict is {@code partial}.
 */
package org.gfpaudit.rules.mask;
