package org.gfpaudit.grammar.cond;

import java.util.Optional;
import java.util.Set;

/**
 * A comparison in normal form: of each pair of opposites only one is an atom, and the simpler
 * operand stands on the left, so that {@code 4 < X}, {@code X > 4} and {@code !(X <= 4)} are one.
 *
 * @param operator {@code ==}, {@code >=} or {@code >}
 * @param negated whether the opposite is meant
 */
record Comparison(String left, String operator, String right, boolean negated) {
  private static final Set<String> OPERATORS = Set.of("==", "!=", ">=", "<=", ">", "<");

  /** Operators that bind as loosely as a comparison or looser: no operand of one may hold them. */
  private static final Set<String> LOOSER = Set.of("&", "^", "|", "&&", "||", "?", ":", ",", "=");

  /** The comparison a range of tokens is, if it is one. */
  static Optional<Comparison> of(ConditionTokens tokens, int from, int to) {
    int operator = -1;
    for (int i = from; i < to; i = tokens.after(i)) {
      boolean compares = OPERATORS.contains(tokens.get(i));
      if (LOOSER.contains(tokens.get(i)) || (compares && operator >= 0)) {
        return Optional.empty();
      }
      operator = compares ? i : operator;
    }
    if (operator <= from || operator == to - 1) {
      return Optional.empty();
    }
    return Optional.of(
        normal(
            operand(tokens, from, operator),
            tokens.get(operator),
            operand(tokens, operator + 1, to)));
  }

  /** What prints as the negation of an atom that is a comparison; empty where it is none. */
  static Optional<String> opposite(String atom) {
    ConditionTokens tokens = ConditionTokens.of(atom);
    return tokens.isReadable()
        ? of(tokens, 0, tokens.size())
            .filter(comparison -> !comparison.negated)
            .map(Comparison::opposite)
        : Optional.empty();
  }

  private String opposite() {
    String opposite =
        switch (operator) {
          case "==" -> "!=";
          case ">=" -> "<";
          default -> "<=";
        };
    return left + " " + opposite + " " + right;
  }

  PresenceCondition condition() {
    PresenceCondition atom = PresenceCondition.opaque(left + " " + operator + " " + right);
    return negated ? atom.not() : atom;
  }

  private static Comparison normal(String left, String operator, String right) {
    int order = Integer.compare(rank(left), rank(right));
    if (order > 0 || (order == 0 && left.compareTo(right) > 0)) {
      return oriented(right, mirrored(operator), left);
    }
    return oriented(left, operator, right);
  }

  private static Comparison oriented(String left, String operator, String right) {
    return switch (operator) {
      case "!=" -> new Comparison(left, "==", right, true);
      case "<" -> new Comparison(left, ">=", right, true);
      case "<=" -> new Comparison(left, ">", right, true);
      default -> new Comparison(left, operator, right, false);
    };
  }

  private static String mirrored(String operator) {
    return switch (operator) {
      case ">" -> "<";
      case "<" -> ">";
      case ">=" -> "<=";
      case "<=" -> ">=";
      default -> operator;
    };
  }

  /** Names before calls and sums, numbers last. */
  private static int rank(String operand) {
    if (operand.isEmpty() || ConditionTokens.isNumber(operand)) {
      return 2;
    }
    return operand.indexOf('(') < 0 && operand.indexOf(' ') < 0 ? 0 : 1;
  }

  private static String operand(ConditionTokens tokens, int from, int to) {
    while (tokens.is(from, "(") && tokens.after(from) == to && to - from > 2) {
      // Parentheses around a looser expression are part of it; around a word they are noise.
      if (to - from > 3 && !tokens.isPrimary(from + 1, to - 1)) {
        break;
      }
      from++;
      to--;
    }
    return tokens.text(from, to);
  }
}
