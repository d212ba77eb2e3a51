/**
 * Which allocations hold a lock that reclaim blocks on?
 *
 * <p>{@link DeadlockPhase#run} takes what reclaim waits for and gives {@link Deadlocks}. For each
 * file system whose locks reclaim takes, {@link org.gfpaudit.analyzer.locks.LockHolders} finds the
 * calls that are made with such a lock held. {@link Upwards} knows the functions from which a
 * page-cache allocation is reached whose mask can let reclaim into the file system, and {@link
 * Descent} goes down from the call, through those alone, with the constants it is called with, the
 * scopes that are open and the lock, until the lock is given back. {@link LockOrder} adds the locks
 * whose holders wait for that one, {@link Unreachable} knows what reclaim cannot come to, and
 * {@link Chains} says how much a way matters. The same is asked of all other memory where its rule
 * is on ({@link MemoryAllocations}).
 */
@NullMarked
package org.gfpaudit.analyzer.deadlock;

import org.jspecify.annotations.NullMarked;
