package org.gfpaudit.grammar.dump;

import java.util.List;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.ExprVisitor;
import org.gfpaudit.grammar.ast.Stmt;
import org.gfpaudit.grammar.ast.TypeName;

/**
 * Writes an expression on one line, in prefix form: {@code (+ a (* b c))}. Parentheses of the
 * source are gone, those of the form show what binds to what.
 */
final class ExprDump implements ExprVisitor<Void> {
  private final StringBuilder out;

  ExprDump(StringBuilder out) {
    this.out = out;
  }

  void write(Expr expression) {
    expression.accept(this);
  }

  private Void list(String head, List<? extends Expr> parts) {
    out.append('(').append(head);
    for (Expr part : parts) {
      out.append(' ');
      write(part);
    }
    out.append(')');
    return null;
  }

  private Void list(String head, Expr... parts) {
    return list(head, List.of(parts));
  }

  private static String type(TypeName type) {
    StringBuilder text = new StringBuilder(type.display());
    type.typeofOperand()
        .ifPresent(
            operand -> {
              text.append(" of ");
              new ExprDump(text).write(operand);
            });
    return "<" + text + ">";
  }

  private Void text(String text) {
    out.append(text);
    return null;
  }

  @Override
  public Void visitName(Expr.Name name) {
    return text(name.text());
  }

  @Override
  public Void visitLiteral(Expr.Literal literal) {
    return text(literal.text());
  }

  @Override
  public Void visitUnary(Expr.Unary unary) {
    return list("prefix" + unary.operator().text(), unary.operand());
  }

  @Override
  public Void visitPostfix(Expr.Postfix postfix) {
    return list(postfix.increment() ? "postfix++" : "postfix--", postfix.operand());
  }

  @Override
  public Void visitBinary(Expr.Binary binary) {
    return list(binary.operator().text(), binary.left(), binary.right());
  }

  @Override
  public Void visitAssign(Expr.Assign assign) {
    String operator = assign.compound().map(compound -> compound.text()).orElse("") + "=";
    return list(operator, assign.target(), assign.value());
  }

  @Override
  public Void visitConditional(Expr.Conditional conditional) {
    return conditional.whenTrue().isPresent()
        ? list("?", conditional.condition(), conditional.whenTrue().get(), conditional.whenFalse())
        : list("?:", conditional.condition(), conditional.whenFalse());
  }

  @Override
  public Void visitComma(Expr.Comma comma) {
    return list("comma", comma.parts());
  }

  @Override
  public Void visitCast(Expr.Cast cast) {
    return list("cast " + type(cast.type()), cast.operand());
  }

  @Override
  public Void visitCompoundLiteral(Expr.CompoundLiteral literal) {
    return list("literal " + type(literal.type()), literal.initializer());
  }

  @Override
  public Void visitCall(Expr.Call call) {
    out.append("(call ");
    write(call.callee());
    for (Expr argument : call.arguments()) {
      out.append(' ');
      write(argument);
    }
    out.append(')');
    return null;
  }

  @Override
  public Void visitIndex(Expr.Index index) {
    return list("index", index.array(), index.subscript());
  }

  @Override
  public Void visitMember(Expr.Member member) {
    return list((member.arrow() ? "-> " : ". ") + member.field(), member.base());
  }

  @Override
  public Void visitStatementExpr(Expr.StatementExpr statement) {
    return statements("statements", statement.body().statements());
  }

  private Void statements(String head, List<Stmt> statements) {
    out.append('(').append(head).append(" {");
    StmtDump dump = new StmtDump(out, StmtDump.ON_ONE_LINE);
    for (Stmt statement : statements) {
      dump.write(statement);
    }
    out.append(" })");
    return null;
  }

  @Override
  public Void visitTypeOperator(Expr.TypeOperator operator) {
    return list(operator.keyword(), operator.operands());
  }

  @Override
  public Void visitGeneric(Expr.Generic generic) {
    out.append("(_Generic ");
    write(generic.selector());
    for (Expr.Generic.Association association : generic.associations()) {
      out.append(' ').append(association.type().map(ExprDump::type).orElse("default")).append(": ");
      write(association.value());
    }
    out.append(')');
    return null;
  }

  @Override
  public Void visitInitList(Expr.InitList list) {
    out.append('{');
    for (Expr.InitList.Entry entry : list.entries()) {
      out.append(' ');
      for (Expr.InitList.Designator designator : entry.designators()) {
        designator(designator);
      }
      if (!entry.designators().isEmpty()) {
        out.append('=');
      }
      write(entry.value());
    }
    out.append(" }");
    return null;
  }

  private void designator(Expr.InitList.Designator designator) {
    if (designator instanceof Expr.InitList.Designator.Field field) {
      out.append('.').append(field.name());
    } else if (designator instanceof Expr.InitList.Designator.Element element) {
      out.append('[');
      write(element.low());
      element
          .high()
          .ifPresent(
              high -> {
                out.append(" ... ");
                write(high);
              });
      out.append(']');
    }
  }

  @Override
  public Void visitTypeArgument(Expr.TypeArgument argument) {
    return text(type(argument.type()));
  }

  @Override
  public Void visitStatementArgument(Expr.StatementArgument argument) {
    return statements("argument", argument.statements());
  }

  @Override
  public Void visitOpaque(Expr.Opaque opaque) {
    return text("`" + opaque.text().replaceAll("\\s+", " ") + "`");
  }
}
