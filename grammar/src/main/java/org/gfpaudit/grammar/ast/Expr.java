package org.gfpaudit.grammar.ast;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.grammar.source.Span;

/**
 * An expression, or what stands where C expects one. Unpreprocessed code passes types, operators,
 * statements and nothing at all as macro arguments; {@link TypeArgument}, {@link StatementArgument}
 * and {@link Opaque} stand for these.
 */
public sealed interface Expr extends Node {

  <R> R accept(ExprVisitor<R> visitor);

  /** An identifier: a variable, a function, an enumerator or a macro without arguments. */
  record Name(Span span, String text) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitName(this);
    }
  }

  /**
   * A number, character or string; {@code text} is as written, adjacent strings joined by space.
   */
  record Literal(Span span, Kind kind, String text) implements Expr {
    /** What a literal is, as far as its first characters tell. */
    public enum Kind {
      NUMBER,
      CHARACTER,
      STRING
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitLiteral(this);
    }
  }

  /** A prefix operator with its operand. */
  record Unary(Span span, UnaryOperator operator, Expr operand) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitUnary(this);
    }
  }

  /** {@code operand++} or {@code operand--}. */
  record Postfix(Span span, boolean increment, Expr operand) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitPostfix(this);
    }
  }

  /** Two operands and an operator that is neither an assignment, a comma nor {@code ?:}. */
  record Binary(Span span, BinaryOperator operator, Expr left, Expr right) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitBinary(this);
    }
  }

  /** {@code target = value}, or {@code target op= value} where {@code compound} is present. */
  record Assign(Span span, Optional<BinaryOperator> compound, Expr target, Expr value)
      implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitAssign(this);
    }
  }

  /**
   * {@code condition ? whenTrue : whenFalse}; {@code whenTrue} is absent in GNU's {@code a ?: b}.
   */
  record Conditional(Span span, Expr condition, Optional<Expr> whenTrue, Expr whenFalse)
      implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitConditional(this);
    }
  }

  /** Two or more expressions joined by the comma operator. */
  record Comma(Span span, List<Expr> parts) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitComma(this);
    }
  }

  /** {@code (type) operand}. */
  record Cast(Span span, TypeName type, Expr operand) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitCast(this);
    }
  }

  /** {@code (type) { ... }}. */
  record CompoundLiteral(Span span, TypeName type, InitList initializer) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitCompoundLiteral(this);
    }
  }

  /** A call of a function or of a function-like macro; the two look alike before preprocessing. */
  record Call(Span span, Expr callee, List<Expr> arguments) implements Expr {
    /** The called name where the {@linkplain #plainCallee() plain callee} is an identifier. */
    public Optional<Name> calledName() {
      return plainCallee() instanceof Name name ? Optional.of(name) : Optional.empty();
    }

    /**
     * The callee without casts, dereferences and {@code &}: {@code (*f)()} and {@code (&f)()} call
     * what {@code f()} does.
     */
    public Expr plainCallee() {
      return plain(callee);
    }

    /** The same of each way of a choice: {@code (c ? f : g)()} calls either. */
    public List<Expr> plainCallees() {
      if (plainCallee() instanceof Conditional choice) {
        return List.of(
            plain(choice.whenTrue().orElse(choice.condition())), plain(choice.whenFalse()));
      }
      return List.of(plainCallee());
    }

    private static Expr plain(Expr callee) {
      Expr plain = callee;
      while (true) {
        if (plain instanceof Cast cast) {
          plain = cast.operand();
        } else if (plain instanceof Unary unary
            && (unary.operator() == UnaryOperator.DEREFERENCE
                || unary.operator() == UnaryOperator.ADDRESS)) {
          plain = unary.operand();
        } else {
          return plain;
        }
      }
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitCall(this);
    }
  }

  /** {@code array[subscript]}. */
  record Index(Span span, Expr array, Expr subscript) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitIndex(this);
    }
  }

  /** {@code base.field}, or {@code base->field} where {@code arrow}. */
  record Member(Span span, Expr base, boolean arrow, String field, Span fieldSpan) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitMember(this);
    }
  }

  /** GNU's {@code ({ ... })}: its value is that of the last expression statement. */
  record StatementExpr(Span span, Stmt.Block body) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitStatementExpr(this);
    }
  }

  /**
   * {@code sizeof}, {@code typeof}, {@code _Alignof}, {@code __builtin_offsetof} and kin. Their
   * operands are not evaluated.
   */
  record TypeOperator(Span span, String keyword, List<Expr> operands) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitTypeOperator(this);
    }
  }

  /** {@code _Generic(selector, type: value, ...)}; the default association has no type. */
  record Generic(Span span, Expr selector, List<Association> associations) implements Expr {
    /** One {@code type: value}. */
    public record Association(Optional<TypeName> type, Expr value) {}

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitGeneric(this);
    }
  }

  /** {@code { ... }} as an initialiser. */
  record InitList(Span span, List<Entry> entries) implements Expr {
    /** One initialiser; {@code designators} is empty for a positional one. */
    public record Entry(List<Designator> designators, Expr value) {}

    /** One {@code .field} or {@code [low]} or GNU {@code [low ... high]} step. */
    public sealed interface Designator {
      /** {@code .name}, or old GNU {@code name:}. */
      record Field(Span span, String name) implements Designator {}

      /** {@code [low]} or {@code [low ... high]}. */
      record Element(Expr low, Optional<Expr> high) implements Designator {}
    }

    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitInitList(this);
    }
  }

  /** A type where an expression is expected: an argument of a macro, of {@code sizeof}. */
  record TypeArgument(Span span, TypeName type) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitTypeArgument(this);
    }
  }

  /** Statements or declarations handed to a macro: {@code D2(if (x) y();)}. */
  record StatementArgument(Span span, List<Stmt> statements) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitStatementArgument(this);
    }
  }

  /** Tokens that are no expression (an operator as an argument, an empty argument). */
  record Opaque(Span span, String text) implements Expr {
    @Override
    public <R> R accept(ExprVisitor<R> visitor) {
      return visitor.visitOpaque(this);
    }
  }
}
