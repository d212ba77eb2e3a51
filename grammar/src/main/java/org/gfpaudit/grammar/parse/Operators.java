package org.gfpaudit.grammar.parse;

import java.util.Optional;
import org.gfpaudit.grammar.ast.BinaryOperator;
import org.gfpaudit.grammar.ast.UnaryOperator;

/** From token kinds to operators. */
final class Operators {
  private Operators() {}

  static BinaryOperator binary(int kind) {
    switch (kind) {
      case KernelC.OR_ELSE:
        return BinaryOperator.OR_ELSE;
      case KernelC.AND_THEN:
        return BinaryOperator.AND_THEN;
      case KernelC.OR:
        return BinaryOperator.BIT_OR;
      case KernelC.XOR:
        return BinaryOperator.BIT_XOR;
      case KernelC.AND:
        return BinaryOperator.BIT_AND;
      case KernelC.EQUAL:
        return BinaryOperator.EQUAL;
      case KernelC.NOT_EQUAL:
        return BinaryOperator.NOT_EQUAL;
      case KernelC.LESS:
        return BinaryOperator.LESS;
      case KernelC.GREATER:
        return BinaryOperator.GREATER;
      case KernelC.LESS_OR_EQUAL:
        return BinaryOperator.LESS_OR_EQUAL;
      case KernelC.GREATER_OR_EQUAL:
        return BinaryOperator.GREATER_OR_EQUAL;
      case KernelC.SHIFT_LEFT:
        return BinaryOperator.SHIFT_LEFT;
      case KernelC.SHIFT_RIGHT:
        return BinaryOperator.SHIFT_RIGHT;
      case KernelC.PLUS:
        return BinaryOperator.ADD;
      case KernelC.MINUS:
        return BinaryOperator.SUBTRACT;
      case KernelC.STAR:
        return BinaryOperator.MULTIPLY;
      case KernelC.SLASH:
        return BinaryOperator.DIVIDE;
      case KernelC.PERCENT:
        return BinaryOperator.REMAINDER;
      default:
        throw new IllegalStateException("no binary operator: " + kind);
    }
  }

  /** The operator in {@code op=}; empty for a plain assignment. */
  static Optional<BinaryOperator> compound(int kind) {
    switch (kind) {
      case KernelC.MULTIPLY_ASSIGN:
        return Optional.of(BinaryOperator.MULTIPLY);
      case KernelC.DIVIDE_ASSIGN:
        return Optional.of(BinaryOperator.DIVIDE);
      case KernelC.REMAINDER_ASSIGN:
        return Optional.of(BinaryOperator.REMAINDER);
      case KernelC.ADD_ASSIGN:
        return Optional.of(BinaryOperator.ADD);
      case KernelC.SUBTRACT_ASSIGN:
        return Optional.of(BinaryOperator.SUBTRACT);
      case KernelC.SHIFT_LEFT_ASSIGN:
        return Optional.of(BinaryOperator.SHIFT_LEFT);
      case KernelC.SHIFT_RIGHT_ASSIGN:
        return Optional.of(BinaryOperator.SHIFT_RIGHT);
      case KernelC.AND_ASSIGN:
        return Optional.of(BinaryOperator.BIT_AND);
      case KernelC.XOR_ASSIGN:
        return Optional.of(BinaryOperator.BIT_XOR);
      case KernelC.OR_ASSIGN:
        return Optional.of(BinaryOperator.BIT_OR);
      default:
        return Optional.empty();
    }
  }

  static UnaryOperator prefix(int kind) {
    switch (kind) {
      case KernelC.PLUS:
        return UnaryOperator.PLUS;
      case KernelC.MINUS:
        return UnaryOperator.MINUS;
      case KernelC.NOT:
        return UnaryOperator.NOT;
      case KernelC.TILDE:
        return UnaryOperator.COMPLEMENT;
      case KernelC.STAR:
        return UnaryOperator.DEREFERENCE;
      case KernelC.AND:
        return UnaryOperator.ADDRESS;
      case KernelC.AND_THEN:
        return UnaryOperator.LABEL_ADDRESS;
      case KernelC.INCREMENT:
        return UnaryOperator.INCREMENT;
      case KernelC.DECREMENT:
        return UnaryOperator.DECREMENT;
      case KernelC.EXTENSION:
        return UnaryOperator.EXTENSION;
      default:
        throw new IllegalStateException("no prefix operator: " + kind);
    }
  }
}
