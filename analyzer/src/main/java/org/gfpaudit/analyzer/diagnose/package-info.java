/**
 * What does a tree have of a deadlock that a machine reported?
 *
 * <p>{@link Diagnosing#run} takes the reports that {@link org.gfpaudit.analyzer.splat} read and
 * gives {@link org.gfpaudit.rules.splat.Diagnoses}. {@link StackFinder} looks for the functions of
 * a stack and for the calls between them, {@link LockFinder} for the class of a lock that a report
 * names by its initialiser, {@link HeldSide} for who holds it and for what keeps reclaim out on the
 * way, {@link ReclaimSide} for how reclaim comes to it. {@link Judging} says what follows.
 *
 * <p>Example: a stack with {@code evict} above {@code pond_evict} is found through the field {@code
 * evict_inode} of the table that {@code pond_evict} stands in.
 */
@NullMarked
package org.gfpaudit.analyzer.diagnose;

import org.jspecify.annotations.NullMarked;
