/** The syntax tree: sealed records, plain values of one file, possibly incomplete. */
package org.gfpaudit.grammar.ast;
