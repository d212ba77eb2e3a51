/**
 * From bytes to classified tokens: the lexer, the choice of {@code #if} branches and the classifier
 * that decides from shapes and type names what C needs a symbol table for.
 */
package org.gfpaudit.grammar.lex;
