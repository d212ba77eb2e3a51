/**
 * Presence conditions: under which configurations is a line compiled?
 *
 * <p>A {@link PresenceCondition} is an immutable formula over configuration symbols such as {@code
 * CONFIG_MMU} and over other {@code #if} expressions, which are opaque. It is made by {@link
 * PresenceCondition#parse} from the text of an {@code #if}, combined by {@code and}, {@code or} and
 * {@code not}, and asked whether it can hold and whether it implies another one.
 *
 * <p>The formulas are a Boolean lattice, with {@link PresenceCondition#FALSE} at the bottom and
 * {@link PresenceCondition#TRUE} at the top. Up to twelve atoms a formula is held as its truth
 * table, so that equal functions are equal objects and every answer is exact. Beyond that it is
 * held as a tree, and every answer stays on the safe side: what cannot be excluded counts as
 * possible.
 *
 * <p>Example: {@code defined(CONFIG_S390) && !defined(CONFIG_MMU)} prints as {@code !CONFIG_MMU &&
 * CONFIG_S390} and implies {@code !CONFIG_MMU}.
 */
package org.gfpaudit.grammar.cond;
