/**
 * What does reclaim block on?
 *
 * <p>From each function that reclaim enters by ({@link org.gfpaudit.rules.knowledge.ReclaimRoot})
 * calls are followed down to where a lock is taken, or where the task sleeps until somebody else
 * has done something, and then to what that one takes. Tests on the way say which bit of an
 * allocation's mask opens it and under which conditions. {@link
 * org.gfpaudit.analyzer.reclaim.ReclaimPhase} takes the locks that somebody holds over an
 * allocation and gives the chains that end in them.
 */
@NullMarked
package org.gfpaudit.analyzer.reclaim;

import org.jspecify.annotations.NullMarked;
