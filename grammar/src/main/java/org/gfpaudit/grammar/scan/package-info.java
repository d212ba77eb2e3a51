/**
 * The scanner: one pass over the bytes of every file, and the index it builds.
 *
 * <p>Nothing is decoded and nothing is read twice but the text of macros inside bodies. Every mode
 * is a loop over a table that stops only at bytes that matter in it, with one small method per such
 * byte: large methods are compiled late and badly.
 */
package org.gfpaudit.grammar.scan;
