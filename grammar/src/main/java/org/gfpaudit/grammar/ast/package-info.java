/**
 * The syntax tree: what the parser makes of one definition.
 *
 * <p>Nodes are sealed records: functions ({@link FunctionDefinition}), macros, declarations,
 * structs, statements and expressions. Each has the span of bytes it was read from, and nothing
 * else that is not in the text: no link to its parent, no types, no symbols. A tree may be
 * incomplete. What the grammar could not read is a {@link Stmt.Unread} that keeps the names that
 * are called in it, so that no call of a sink is lost.
 *
 * <p>A tree is of one configuration: where {@code #if} stands inside a definition, there is one
 * tree for each of a few configurations. Code that looks at every kind of node does so through
 * {@link ExprVisitor} and {@link StmtVisitor}, so that the compiler says where a new kind was
 * forgotten. Example: {@code f(a, b + 1)} is an {@link Expr.Call} with two arguments, the second
 * one an {@link Expr.Binary}.
 */
package org.gfpaudit.grammar.ast;
