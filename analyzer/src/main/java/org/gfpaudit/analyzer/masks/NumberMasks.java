package org.gfpaudit.analyzer.masks;

import java.util.List;
import java.util.OptionalLong;
import org.gfpaudit.analyzer.model.Arithmetic;
import org.gfpaudit.grammar.ast.BinaryOperator;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.mask.Alternative;
import org.gfpaudit.rules.mask.MaskValue;

/** Masks that are computed as numbers, by the numbers that the tree gives its bits. */
final class NumberMasks {
  /** A sum of numbers that each may be many is none that a mask is made of. */
  private static final int MOST_RESULTS = 16;

  private final FlowContext context;

  NumberMasks(FlowContext context) {
    this.context = context;
  }

  /** The mask that a number is. */
  MaskValue of(long number, Span span) {
    return context.ground().numbers().mask(number, context.origin(span));
  }

  /** What is 0 or 1. */
  MaskValue truth(Span span) {
    return MaskValue.zero().join(of(1, span));
  }

  MaskValue negative(MaskValue value, Span span) {
    return apply(BinaryOperator.SUBTRACT, MaskValue.zero(), value, span);
  }

  /** The value of an operator that is none of bits: on constants, and where an operand is 0. */
  MaskValue apply(BinaryOperator operator, MaskValue left, MaskValue right, Span span) {
    return switch (operator) {
      case OR_ELSE, AND_THEN, EQUAL, NOT_EQUAL, LESS, GREATER, LESS_OR_EQUAL, GREATER_OR_EQUAL ->
          truth(span);
      case ADD, SUBTRACT, SHIFT_LEFT, SHIFT_RIGHT ->
          isZero(right)
              ? left
              : isZero(left) && operator != BinaryOperator.SUBTRACT
                  ? operator == BinaryOperator.ADD ? right : left
                  : computed(operator, left, right, span);
      default -> computed(operator, left, right, span);
    };
  }

  MaskValue exclusive(MaskValue left, MaskValue right) {
    return isZero(right) ? left : isZero(left) ? right : left.xor(right);
  }

  private static boolean isZero(MaskValue value) {
    return value.equals(MaskValue.zero());
  }

  private MaskValue computed(BinaryOperator operator, MaskValue left, MaskValue right, Span span) {
    if (left.alternatives().size() * right.alternatives().size() > MOST_RESULTS) {
      return unknown("the result of " + operator.text(), span);
    }
    MaskValue result = MaskValue.bottom();
    for (Alternative one : left.alternatives()) {
      for (Alternative two : right.alternatives()) {
        result = result.join(computed(operator, one, two, span));
      }
    }
    return result;
  }

  private MaskValue computed(
      BinaryOperator operator, Alternative left, Alternative right, Span span) {
    OptionalLong one = number(left);
    OptionalLong two = number(right);
    OptionalLong result =
        one.isEmpty() || two.isEmpty()
            ? OptionalLong.empty()
            : Arithmetic.apply(operator, one.getAsLong(), two.getAsLong());
    if (result.isPresent()) {
      return of(result.getAsLong(), span);
    }
    return operator == BinaryOperator.ADD && left.isDisjoint(right)
        ? MaskValue.ofAlternatives(List.of(left.or(right)))
        : unknown("the result of " + operator.text(), span);
  }

  private OptionalLong number(Alternative alternative) {
    return alternative.isExact()
        ? context.ground().numbers().number(alternative.bits())
        : OptionalLong.empty();
  }

  private MaskValue unknown(String reason, Span span) {
    return MaskValue.unknown(reason, context.origin(span));
  }
}
