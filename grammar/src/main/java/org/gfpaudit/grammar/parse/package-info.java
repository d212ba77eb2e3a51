/** Lexer, classifier, ANTLR grammar and tree building. The only package that sees ANTLR. */
package org.gfpaudit.grammar.parse;
