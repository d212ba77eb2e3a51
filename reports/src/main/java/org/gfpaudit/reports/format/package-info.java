/**
 * What all formats share.
 *
 * <p>{@link FindingsReport} and {@link Report} are the two interfaces of a format: it is given a
 * result and a writer, and writes the same characters for the same result. It analyses nothing,
 * knows no exit status and opens no file; where it shows source, it asks a {@link SourceLookup}.
 *
 * <p>The other classes are the parts that formats are made of: {@link VisibleText} makes text from
 * a tree safe to show, {@link Excerpt} shows lines of source with marks below them, {@link Grid}
 * aligns columns, {@link Tally} counts in words, {@link Meaning} says in a sentence what a verdict
 * means, and {@link XmlDocument} writes XML. Example: {@link VisibleText} shows a file name with an
 * escape sequence as {@code a\\x1b[2J.c}.
 */
package org.gfpaudit.reports.format;
