/**
 * The scanner: which definitions does a tree hold, and which names do they use?
 *
 * <p>It takes the paths of files and a {@link SourceReader} that brings their bytes, and gives one
 * segment for each thread ({@link IndexBuilder#scan}). It goes over each byte once, decodes nothing
 * and decides nothing: it finds where functions, macros, structs and variables begin and end, which
 * names their bodies call, which fields they write, and under which {@code #if} they stand. It
 * over-approximates, so that what it did not find is not there. Broken text is scanned to its end.
 *
 * <p>Every mode of the scanner is a loop over a table that stops only at the bytes that matter in
 * this mode, with a small method for each such byte, because the JVM compiles large methods late
 * and badly. Threads share nothing but the list of files, and the index over their segments is the
 * same for any number of them.
 *
 * <p>Example: of {@code int f(int a) { return g(a); }} it records a function {@code f}, its extent
 * in bytes, and that it calls {@code g}.
 */
package org.gfpaudit.grammar.scan;
