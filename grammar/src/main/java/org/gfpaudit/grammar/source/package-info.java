/**
 * The text of one file, and the positions in it.
 *
 * <p>A {@link SourceText} is the path of a file and its bytes, which are never decoded as a whole:
 * a kernel tree holds UTF-8, Latin-1 and mixtures of both. A {@link Span} is a half-open range of
 * byte offsets, and byte offsets are the only unit of position in the program. Lines and columns,
 * which count from 1, are computed when something is shown to people.
 *
 * <p>Example: in the text {@code "int a;\nint b;\n"} the span of {@code b} is {@code [11, 12)}, and
 * {@link SourceText#line} of 11 is 2.
 */
package org.gfpaudit.grammar.source;
