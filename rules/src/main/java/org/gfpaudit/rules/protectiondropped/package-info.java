/**
 * A change takes away what kept reclaim out of an allocation.
 *
 * <p>The one rule that is not about a state of a tree, but about two of them: a bit that could not
 * be used before and can be used now. What protected may have been the mask, a flag of the call, a
 * task scope or the setter of a mapping; who took it away need not stand anywhere near the calls
 * that relied on it. {@code rules.review} finds the differences, this package says what they mean.
 */
package org.gfpaudit.rules.protectiondropped;
