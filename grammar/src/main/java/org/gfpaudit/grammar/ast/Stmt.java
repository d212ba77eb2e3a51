package org.gfpaudit.grammar.ast;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.grammar.source.Span;

/**
 * A statement. Labels, {@code case} and {@code default} are statements of their own, followed by
 * the statement they mark in the same block; where C allows only one statement ({@code if (x) out:
 * y();}) the parser makes a block of the two.
 */
public sealed interface Stmt extends Node {

  <R> R accept(StmtVisitor<R> visitor);

  /** {@code { ... }}. */
  record Block(Span span, List<Stmt> statements) implements Stmt {
    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.visitBlock(this);
    }
  }

  /** An expression, or a macro used as a statement with or without its semicolon. */
  record Expression(Span span, Expr expression) implements Stmt {
    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.visitExpression(this);
    }
  }

  /** A declaration inside a function, declaration macros of unknown meaning excepted. */
  record Declare(Span span, Declaration declaration) implements Stmt {
    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.visitDeclare(this);
    }
  }

  record If(Span span, Expr condition, Stmt then, Optional<Stmt> otherwise) implements Stmt {
    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.visitIf(this);
    }
  }

  record While(Span span, Expr condition, Stmt body) implements Stmt {
    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.visitWhile(this);
    }
  }

  /** {@code do body while (condition);} - where a macro hides the {@code while}, its call. */
  record DoWhile(Span span, Stmt body, Expr condition) implements Stmt {
    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.visitDoWhile(this);
    }
  }

  /** {@code for (start; condition; step) body}; {@code start} is an expression or a declaration. */
  record For(
      Span span, Optional<Stmt> start, Optional<Expr> condition, Optional<Expr> step, Stmt body)
      implements Stmt {
    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.visitFor(this);
    }
  }

  /**
   * A macro that heads a statement: {@code list_for_each_entry(...) body} where {@code loop},
   * {@code scoped_guard(...) body} and kin, which run it once at most, where not.
   *
   * @param head a {@link Expr.Call}, or a {@link Expr.Name} for a macro without arguments
   */
  record MacroBlock(Span span, Expr head, boolean loop, Stmt body) implements Stmt {
    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.visitMacroBlock(this);
    }
  }

  record Switch(Span span, Expr selector, Stmt body) implements Stmt {
    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.visitSwitch(this);
    }
  }

  /** {@code case low:} or GNU's {@code case low ... high:}. */
  record Case(Span span, Expr low, Optional<Expr> high) implements Stmt {
    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.visitCase(this);
    }
  }

  record Default(Span span) implements Stmt {
    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.visitDefault(this);
    }
  }

  record Label(Span span, String name) implements Stmt {
    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.visitLabel(this);
    }
  }

  record Goto(Span span, String label) implements Stmt {
    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.visitGoto(this);
    }
  }

  /** GNU's {@code goto *target;}. */
  record ComputedGoto(Span span, Expr target) implements Stmt {
    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.visitComputedGoto(this);
    }
  }

  record Break(Span span) implements Stmt {
    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.visitBreak(this);
    }
  }

  record Continue(Span span) implements Stmt {
    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.visitContinue(this);
    }
  }

  record Return(Span span, Optional<Expr> value) implements Stmt {
    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.visitReturn(this);
    }
  }

  /**
   * Inline assembly.
   *
   * @param operands the expressions of inputs and outputs, in order
   * @param labels the labels an {@code asm goto} may jump to
   */
  record Asm(Span span, List<Expr> operands, List<String> labels) implements Stmt {
    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.visitAsm(this);
    }
  }

  record Empty(Span span) implements Stmt {
    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.visitEmpty(this);
    }
  }

  /**
   * Text the grammar could not read. The calls that a plain look at its tokens shows ({@code
   * name(}) are kept, so that nothing in it is lost.
   */
  record Unread(Span span, List<Expr.Name> calledNames) implements Stmt {
    @Override
    public <R> R accept(StmtVisitor<R> visitor) {
      return visitor.visitUnread(this);
    }
  }
}
