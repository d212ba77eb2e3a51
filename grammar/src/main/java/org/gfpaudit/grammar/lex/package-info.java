/**
 * From bytes to classified tokens: what the parser reads in place of plain C.
 *
 * <p>C that was not preprocessed cannot be parsed without knowing which names are types and which
 * are macros. This package decides that from shapes, in three steps, each of which takes the result
 * of the one before: {@link Lexer} splits bytes into tokens and accepts any bytes; {@link
 * Configurations} chooses, for a definition with {@code #if} inside, a few token lists that
 * together hold every branch; {@link Classifier} turns each list into the tokens of the grammar.
 * Where the shape leaves a doubt, the classifier asks whether the tree has a type of that name.
 *
 * <p>The package never fails and reports nothing: what the classifier cannot make sense of it hands
 * on as it is, and the grammar objects. Example: in {@code (gfp_t)x} and {@code (mask)(x)} the
 * first pair of parentheses becomes a cast and the second one does not.
 */
package org.gfpaudit.grammar.lex;
