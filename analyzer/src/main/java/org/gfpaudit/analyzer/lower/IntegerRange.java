package org.gfpaudit.analyzer.lower;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.UnaryOperator;

/** The integers from {@code low} to {@code high}, both included. */
record IntegerRange(BigInteger low, BigInteger high) {
  private static final Pattern NUMBER =
      Pattern.compile("(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)[uUlL]*");
  private static final Pattern ERRNO = Pattern.compile("E[A-Z0-9]+");

  /** What include/linux/err.h allows for an error number. */
  private static final int MAX_ERRNO = 4095;

  static IntegerRange of(long value) {
    return new IntegerRange(BigInteger.valueOf(value), BigInteger.valueOf(value));
  }

  /** The values a constant can have; empty where the expression is none that can be told. */
  static Optional<IntegerRange> of(Expr expression) {
    if (expression instanceof Expr.Literal literal && literal.kind() == Expr.Literal.Kind.NUMBER) {
      return number(literal.text());
    }
    if (expression instanceof Expr.Name name) {
      return switch (name.text()) {
        case "NULL", "false" -> Optional.of(of(0));
        case "true" -> Optional.of(of(1));
        default -> Optional.empty();
      };
    }
    if (expression instanceof Expr.Unary unary && unary.operator() == UnaryOperator.MINUS) {
      if (unary.operand() instanceof Expr.Name name && ERRNO.matcher(name.text()).matches()) {
        return Optional.of(
            new IntegerRange(BigInteger.valueOf(-MAX_ERRNO), BigInteger.valueOf(-1)));
      }
      return of(unary.operand())
          .map(range -> new IntegerRange(range.high.negate(), range.low.negate()));
    }
    return Optional.empty();
  }

  private static Optional<IntegerRange> number(String text) {
    Matcher number = NUMBER.matcher(text);
    if (!number.matches()) {
      return Optional.empty();
    }
    String digits = number.group(1).toLowerCase(Locale.ROOT);
    BigInteger value =
        digits.startsWith("0x")
            ? new BigInteger(digits.substring(2), 16)
            : digits.startsWith("0") ? new BigInteger(digits, 8) : new BigInteger(digits);
    return Optional.of(new IntegerRange(value, value));
  }

  boolean isSingle() {
    return low.equals(high);
  }

  boolean isNegative() {
    return low.signum() < 0;
  }

  /** Whether all are {@code value}, or none is. */
  Optional<Boolean> equalTo(BigInteger value) {
    if (value.compareTo(low) < 0 || value.compareTo(high) > 0) {
      return Optional.of(false);
    }
    return isSingle() ? Optional.of(true) : Optional.empty();
  }

  /** Whether all are less than {@code value}, or none is. */
  Optional<Boolean> lessThan(BigInteger value) {
    if (high.compareTo(value) < 0) {
      return Optional.of(true);
    }
    return low.compareTo(value) >= 0 ? Optional.of(false) : Optional.empty();
  }
}
