/**
 * What does a report of the kernel's lock checker say?
 *
 * <p>{@link SplatReader} takes the text of a log or a mail and gives a {@link Splat} for each
 * report in it: which locks, with the stacks at which they were taken. {@link Halves} takes from
 * one what it says about reclaim: the stack on which somebody allocates with a lock held, and the
 * stack on which reclaim comes to take it. The forms of all releases are read (a dependency upon
 * {@code fs_reclaim} since 4.15, the states {@code RECLAIM_FS} before), with what mails, logs and
 * mail clients do to them: quoting, stamps, callers, lines that are broken or joined. A report that
 * ends too early gives what it holds. Nothing is looked up in a tree.
 *
 * <p>Example: {@code > [ 12.3] -> #1 (fs_reclaim){+.+.}-{0:0}:} begins the stack at which memory
 * was asked for.
 */
@NullMarked
package org.gfpaudit.analyzer.splat;

import org.jspecify.annotations.NullMarked;
