package org.gfpaudit.grammar.ast;

/** One method per kind of {@link Expr}. */
public interface ExprVisitor<R> {
  R visitName(Expr.Name name);

  R visitLiteral(Expr.Literal literal);

  R visitUnary(Expr.Unary unary);

  R visitPostfix(Expr.Postfix postfix);

  R visitBinary(Expr.Binary binary);

  R visitAssign(Expr.Assign assign);

  R visitConditional(Expr.Conditional conditional);

  R visitComma(Expr.Comma comma);

  R visitCast(Expr.Cast cast);

  R visitCompoundLiteral(Expr.CompoundLiteral literal);

  R visitCall(Expr.Call call);

  R visitIndex(Expr.Index index);

  R visitMember(Expr.Member member);

  R visitStatementExpr(Expr.StatementExpr statement);

  R visitTypeOperator(Expr.TypeOperator operator);

  R visitGeneric(Expr.Generic generic);

  R visitInitList(Expr.InitList list);

  R visitTypeArgument(Expr.TypeArgument argument);

  R visitStatementArgument(Expr.StatementArgument argument);

  R visitOpaque(Expr.Opaque opaque);
}
