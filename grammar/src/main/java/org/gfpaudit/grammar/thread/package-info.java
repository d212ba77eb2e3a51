/**
 * Threads that somebody waits for.
 *
 * <p>A {@link JoinedThread} runs one piece of work; whoever joins it gets what the work threw. An
 * interrupt while waiting is kept for later, because work that was started is always waited for.
 * Example: the scanner starts one for each job and joins them all before it looks at what they
 * found.
 */
package org.gfpaudit.grammar.thread;
