/**
 * What two texts have in common, line by line. This is the only package that sees java-diff-utils.
 *
 * <p>{@link LineChanges} answers which lines of a text are not those of an older one, and which
 * line of the old text a line was; {@code check --since} and {@code diff} ask it. {@link
 * UnifiedDiff} shows the change of one file as git does, with every byte of a line kept, for the
 * patches of {@code reports.series}. Lines count from 1.
 *
 * <p>Example: between {@code "a\nb\n"} and {@code "a\nx\nb\n"} line 2 is changed, and line 3 was
 * line 2.
 */
package org.gfpaudit.reports.diff;
