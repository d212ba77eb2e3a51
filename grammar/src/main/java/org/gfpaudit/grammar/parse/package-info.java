/**
 * The parser: from the bytes of one definition to its syntax tree. This is the only package that
 * sees ANTLR.
 *
 * <p>{@link KernelParser} takes a text and the extent of a definition in it, as the index has them,
 * and gives a {@link Parsed}: one tree for each of the configurations that are needed to cover
 * every {@code #if} branch, each with its presence condition and its diagnostics. It throws
 * nothing, whatever the bytes: a statement that the grammar objects to is set aside as unread, and
 * the rest is read again.
 *
 * <p>The classifier of {@code grammar.lex} does the hard part, so that the grammar ({@code
 * KernelC.g4}) is all but LL(1). {@link GrammarRunner} tries the fast prediction first and the
 * exact one only where that fails; the builders then turn ANTLR's parse tree into the tree of
 * {@code grammar.ast}, which knows nothing of ANTLR.
 *
 * <p>Example: a body with one {@code #ifdef CONFIG_X ... #endif} gives two variants, one under
 * {@code CONFIG_X} and one under {@code !CONFIG_X}.
 */
package org.gfpaudit.grammar.parse;
