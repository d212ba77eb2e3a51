package org.gfpaudit.analyzer.model;

import java.util.OptionalLong;
import org.gfpaudit.grammar.ast.BinaryOperator;

/** C's operators on 64-bit numbers. */
public final class Arithmetic {
  private Arithmetic() {}

  /** {@code left operator right}; empty where C does not say what that is. */
  public static OptionalLong apply(BinaryOperator operator, long left, long right) {
    return switch (operator) {
      case BIT_OR -> OptionalLong.of(left | right);
      case BIT_XOR -> OptionalLong.of(left ^ right);
      case BIT_AND -> OptionalLong.of(left & right);
      case ADD -> OptionalLong.of(left + right);
      case SUBTRACT -> OptionalLong.of(left - right);
      case MULTIPLY -> OptionalLong.of(left * right);
      case DIVIDE -> right == 0 ? OptionalLong.empty() : OptionalLong.of(left / right);
      case REMAINDER -> right == 0 ? OptionalLong.empty() : OptionalLong.of(left % right);
      case SHIFT_LEFT ->
          right < 0 || right >= Long.SIZE ? OptionalLong.empty() : OptionalLong.of(left << right);
      case SHIFT_RIGHT ->
          right < 0 || right >= Long.SIZE ? OptionalLong.empty() : OptionalLong.of(left >> right);
      case EQUAL -> truth(left == right);
      case NOT_EQUAL -> truth(left != right);
      case LESS -> truth(left < right);
      case GREATER -> truth(left > right);
      case LESS_OR_EQUAL -> truth(left <= right);
      case GREATER_OR_EQUAL -> truth(left >= right);
      case AND_THEN -> truth(left != 0 && right != 0);
      case OR_ELSE -> truth(left != 0 || right != 0);
    };
  }

  private static OptionalLong truth(boolean isTrue) {
    return OptionalLong.of(isTrue ? 1 : 0);
  }
}
