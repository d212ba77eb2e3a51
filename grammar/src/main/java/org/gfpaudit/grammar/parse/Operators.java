package org.gfpaudit.grammar.parse;

import java.util.Optional;
import org.gfpaudit.grammar.ast.BinaryOperator;
import org.gfpaudit.grammar.ast.UnaryOperator;

/** From token kinds to operators. */
final class Operators {
  private Operators() {}

  static BinaryOperator binary(int kind) {
    return switch (kind) {
      case KernelC.OR_ELSE -> BinaryOperator.OR_ELSE;
      case KernelC.AND_THEN -> BinaryOperator.AND_THEN;
      case KernelC.OR -> BinaryOperator.BIT_OR;
      case KernelC.XOR -> BinaryOperator.BIT_XOR;
      case KernelC.AND -> BinaryOperator.BIT_AND;
      case KernelC.EQUAL -> BinaryOperator.EQUAL;
      case KernelC.NOT_EQUAL -> BinaryOperator.NOT_EQUAL;
      case KernelC.LESS -> BinaryOperator.LESS;
      case KernelC.GREATER -> BinaryOperator.GREATER;
      case KernelC.LESS_OR_EQUAL -> BinaryOperator.LESS_OR_EQUAL;
      case KernelC.GREATER_OR_EQUAL -> BinaryOperator.GREATER_OR_EQUAL;
      case KernelC.SHIFT_LEFT -> BinaryOperator.SHIFT_LEFT;
      case KernelC.SHIFT_RIGHT -> BinaryOperator.SHIFT_RIGHT;
      case KernelC.PLUS -> BinaryOperator.ADD;
      case KernelC.MINUS -> BinaryOperator.SUBTRACT;
      case KernelC.STAR -> BinaryOperator.MULTIPLY;
      case KernelC.SLASH -> BinaryOperator.DIVIDE;
      case KernelC.PERCENT -> BinaryOperator.REMAINDER;
      default -> throw new IllegalStateException("no binary operator: " + kind);
    };
  }

  /** The operator in {@code op=}; empty for a plain assignment. */
  static Optional<BinaryOperator> compound(int kind) {
    return switch (kind) {
      case KernelC.MULTIPLY_ASSIGN -> Optional.of(BinaryOperator.MULTIPLY);
      case KernelC.DIVIDE_ASSIGN -> Optional.of(BinaryOperator.DIVIDE);
      case KernelC.REMAINDER_ASSIGN -> Optional.of(BinaryOperator.REMAINDER);
      case KernelC.ADD_ASSIGN -> Optional.of(BinaryOperator.ADD);
      case KernelC.SUBTRACT_ASSIGN -> Optional.of(BinaryOperator.SUBTRACT);
      case KernelC.SHIFT_LEFT_ASSIGN -> Optional.of(BinaryOperator.SHIFT_LEFT);
      case KernelC.SHIFT_RIGHT_ASSIGN -> Optional.of(BinaryOperator.SHIFT_RIGHT);
      case KernelC.AND_ASSIGN -> Optional.of(BinaryOperator.BIT_AND);
      case KernelC.XOR_ASSIGN -> Optional.of(BinaryOperator.BIT_XOR);
      case KernelC.OR_ASSIGN -> Optional.of(BinaryOperator.BIT_OR);
      default -> Optional.empty();
    };
  }

  static UnaryOperator prefix(int kind) {
    return switch (kind) {
      case KernelC.PLUS -> UnaryOperator.PLUS;
      case KernelC.MINUS -> UnaryOperator.MINUS;
      case KernelC.NOT -> UnaryOperator.NOT;
      case KernelC.TILDE -> UnaryOperator.COMPLEMENT;
      case KernelC.STAR -> UnaryOperator.DEREFERENCE;
      case KernelC.AND -> UnaryOperator.ADDRESS;
      case KernelC.AND_THEN -> UnaryOperator.LABEL_ADDRESS;
      case KernelC.INCREMENT -> UnaryOperator.INCREMENT;
      case KernelC.DECREMENT -> UnaryOperator.DECREMENT;
      case KernelC.EXTENSION -> UnaryOperator.EXTENSION;
      default -> throw new IllegalStateException("no prefix operator: " + kind);
    };
  }
}
