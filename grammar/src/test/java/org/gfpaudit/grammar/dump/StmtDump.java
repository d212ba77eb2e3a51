package org.gfpaudit.grammar.dump;

import java.util.Locale;
import java.util.Optional;
import org.gfpaudit.grammar.ast.Declaration;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.Stmt;
import org.gfpaudit.grammar.ast.StmtVisitor;
import org.gfpaudit.grammar.ast.StructDefinition;

/** Writes statements one a line, two columns further in for each level. */
final class StmtDump implements StmtVisitor<Void> {
  /** A depth that stands for: no lines at all, statements inside an expression. */
  static final int ON_ONE_LINE = -1;

  private final StringBuilder out;
  private int depth;

  StmtDump(StringBuilder out, int depth) {
    this.out = out;
    this.depth = depth;
  }

  void write(Stmt statement) {
    statement.accept(this);
  }

  private void inner(Stmt statement) {
    boolean onOneLine = depth == ON_ONE_LINE;
    if (onOneLine) {
      out.append(" {");
    } else {
      depth++;
    }
    write(statement);
    if (onOneLine) {
      out.append(" }");
    } else {
      depth--;
    }
  }

  private StmtDump line(String head) {
    if (depth == ON_ONE_LINE) {
      out.append(' ');
    } else {
      if (out.length() > 0) {
        out.append('\n');
      }
      out.append("  ".repeat(depth));
    }
    out.append(head);
    return this;
  }

  private StmtDump with(Expr expression) {
    out.append(' ');
    new ExprDump(out).write(expression);
    return this;
  }

  private StmtDump with(Optional<Expr> expression) {
    expression.ifPresent(this::with);
    return this;
  }

  @Override
  public Void visitBlock(Stmt.Block statement) {
    line("block");
    if (depth == ON_ONE_LINE) {
      out.append(" {");
      statement.statements().forEach(this::write);
      out.append(" }");
    } else {
      statement.statements().forEach(this::inner);
    }
    return null;
  }

  @Override
  public Void visitExpression(Stmt.Expression statement) {
    line("expression").with(statement.expression());
    return null;
  }

  @Override
  public Void visitDeclare(Stmt.Declare statement) {
    declaration(statement.declaration());
    return null;
  }

  void declaration(Declaration declaration) {
    String storage = declaration.storage().name().toLowerCase(Locale.ROOT);
    line("declare" + (declaration.storage() == Declaration.Storage.NONE ? "" : " " + storage));
    declaration.struct().ifPresent(this::struct);
    for (Declaration.Variable variable : declaration.variables()) {
      out.append(' ').append(variable.name()).append(" <").append(variable.type().display());
      variable.type().typeofOperand().ifPresent(operand -> of(operand));
      out.append('>');
      variable
          .initializer()
          .ifPresent(
              value -> {
                out.append(" =");
                with(value);
              });
    }
  }

  private void of(Expr operand) {
    out.append(" of");
    with(operand);
  }

  private void struct(StructDefinition struct) {
    out.append(" (").append(struct.name());
    for (StructDefinition.Field field : struct.fields()) {
      out.append(' ').append(field.name()).append(" <").append(field.type().display()).append('>');
    }
    struct.nested().forEach(this::struct);
    out.append(')');
  }

  @Override
  public Void visitIf(Stmt.If statement) {
    // A chain of else if is as long as it likes: no recursion along it.
    line("if").with(statement.condition());
    inner(statement.then());
    Optional<Stmt> otherwise = statement.otherwise();
    while (otherwise.isPresent() && otherwise.get() instanceof Stmt.If next) {
      line("else if").with(next.condition());
      inner(next.then());
      otherwise = next.otherwise();
    }
    if (otherwise.isPresent()) {
      line("else");
      inner(otherwise.get());
    }
    return null;
  }

  @Override
  public Void visitWhile(Stmt.While statement) {
    line("while").with(statement.condition());
    inner(statement.body());
    return null;
  }

  @Override
  public Void visitDoWhile(Stmt.DoWhile statement) {
    line("do while").with(statement.condition());
    inner(statement.body());
    return null;
  }

  @Override
  public Void visitFor(Stmt.For statement) {
    line("for");
    statement.start().ifPresent(this::inner);
    line("  condition").with(statement.condition());
    line("  step").with(statement.step());
    inner(statement.body());
    return null;
  }

  @Override
  public Void visitMacroBlock(Stmt.MacroBlock statement) {
    line(statement.loop() ? "macro loop" : "macro block").with(statement.head());
    inner(statement.body());
    return null;
  }

  @Override
  public Void visitSwitch(Stmt.Switch statement) {
    line("switch").with(statement.selector());
    inner(statement.body());
    return null;
  }

  @Override
  public Void visitCase(Stmt.Case statement) {
    line("case").with(statement.low());
    statement
        .high()
        .ifPresent(
            high -> {
              out.append(" ...");
              with(high);
            });
    return null;
  }

  @Override
  public Void visitDefault(Stmt.Default statement) {
    line("default");
    return null;
  }

  @Override
  public Void visitLabel(Stmt.Label statement) {
    line("label " + statement.name());
    return null;
  }

  @Override
  public Void visitGoto(Stmt.Goto statement) {
    line("goto " + statement.label());
    return null;
  }

  @Override
  public Void visitComputedGoto(Stmt.ComputedGoto statement) {
    line("goto").with(statement.target());
    return null;
  }

  @Override
  public Void visitBreak(Stmt.Break statement) {
    line("break");
    return null;
  }

  @Override
  public Void visitContinue(Stmt.Continue statement) {
    line("continue");
    return null;
  }

  @Override
  public Void visitReturn(Stmt.Return statement) {
    line("return").with(statement.value());
    return null;
  }

  @Override
  public Void visitAsm(Stmt.Asm statement) {
    line("asm");
    statement.operands().forEach(this::with);
    if (!statement.labels().isEmpty()) {
      out.append(" labels ").append(String.join(" ", statement.labels()));
    }
    return null;
  }

  @Override
  public Void visitEmpty(Stmt.Empty statement) {
    line("empty");
    return null;
  }

  @Override
  public Void visitUnread(Stmt.Unread statement) {
    line("unread");
    statement.calledNames().forEach(this::with);
    return null;
  }
}
