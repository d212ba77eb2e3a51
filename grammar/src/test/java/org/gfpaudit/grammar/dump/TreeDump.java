package org.gfpaudit.grammar.dump;

import org.gfpaudit.grammar.ast.Declaration;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.ast.MacroDefinition;
import org.gfpaudit.grammar.ast.Stmt;

/**
 * The text form of trees: equal trees give equal text on every machine. Spans are left out, so that
 * an edit above does not change the text. Every form ends in a line feed.
 */
public final class TreeDump {
  private TreeDump() {}

  public static String of(FunctionDefinition function) {
    StringBuilder out = new StringBuilder();
    out.append("function ").append(function.name());
    out.append(" <").append(function.returnType().display()).append('>');
    if (function.isStatic()) {
      out.append(" static");
    }
    for (FunctionDefinition.Parameter parameter : function.parameters()) {
      out.append("\n  parameter ").append(parameter.name());
      out.append(" <").append(parameter.type().display()).append('>');
    }
    if (function.variadic()) {
      out.append("\n  parameter ...");
    }
    new StmtDump(out, 1).write(function.body());
    return out.append('\n').toString();
  }

  public static String of(MacroDefinition macro) {
    StringBuilder out = new StringBuilder();
    out.append("macro ").append(macro.name());
    macro
        .parameters()
        .ifPresent(names -> out.append('(').append(String.join(", ", names)).append(')'));
    if (macro.variadic()) {
      out.append(" variadic");
    }
    if (macro.body() instanceof MacroDefinition.Body.Expression body) {
      out.append("\n  ");
      new ExprDump(out).write(body.expression());
    } else if (macro.body() instanceof MacroDefinition.Body.Statements body) {
      body.statements().forEach(new StmtDump(out, 1)::write);
    } else if (macro.body() instanceof MacroDefinition.Body.Unread body) {
      out.append("\n  unread");
      body.calledNames().forEach(name -> out.append(' ').append(name.text()));
    }
    return out.append('\n').toString();
  }

  public static String of(Declaration declaration) {
    StringBuilder out = new StringBuilder();
    new StmtDump(out, 0).declaration(declaration);
    return out.append('\n').toString();
  }

  public static String of(Stmt statement) {
    StringBuilder out = new StringBuilder();
    new StmtDump(out, 0).write(statement);
    return out.append('\n').toString();
  }

  public static String of(Expr expression) {
    StringBuilder out = new StringBuilder();
    new ExprDump(out).write(expression);
    return out.append('\n').toString();
  }
}
