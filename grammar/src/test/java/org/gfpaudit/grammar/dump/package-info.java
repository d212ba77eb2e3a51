/**
 * A stable text form of syntax trees, for golden files and for people.
 *
 * <p>{@link TreeDump} takes a function, a macro, a declaration, a statement or an expression and
 * gives its text: equal trees give equal texts on every machine. Spans are left out, so that an
 * edit above does not change the text. Nothing reads the text back. Example: {@code a + b * c} is
 * {@code (+ a (* b c))}.
 */
package org.gfpaudit.grammar.dump;
