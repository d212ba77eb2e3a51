package org.gfpaudit.grammar.cond;

import java.util.Locale;
import java.util.Optional;

/**
 * Reads an {@code #if} expression as a formula. Between {@code ||}, {@code &&}, {@code !}, {@code
 * ?:} and parentheses stand operands; one that is no test of a single name is an opaque atom.
 */
final class ConditionParser {
  private static final String MODULE_SUFFIX = "_MODULE";

  private final ConditionTokens tokens;

  ConditionParser(ConditionTokens tokens) {
    this.tokens = tokens;
  }

  /** An expression without a token says nothing and is true. */
  PresenceCondition parse() {
    if (!tokens.isReadable()) {
      return PresenceCondition.opaque(tokens.wordForAll());
    }
    return tokens.size() == 0 ? PresenceCondition.TRUE : expression(0, tokens.size());
  }

  static PresenceCondition defined(String macro) {
    return switch (macro) {
      case "__KERNEL__" -> PresenceCondition.TRUE;
      case "__ASSEMBLY__", "__ASSEMBLER__", "__cplusplus" -> PresenceCondition.FALSE;
      default ->
          isConfigSymbol(macro)
              ? configSymbol(macro)
              : PresenceCondition.opaque("defined(" + macro + ")");
    };
  }

  /** The symbol that is set wherever the atom holds, if there is one. */
  static Optional<String> impliedSymbol(String atom) {
    int open =
        atom.startsWith("IS_MODULE(") || atom.startsWith("IS_BUILTIN(") ? atom.indexOf('(') : -1;
    return open >= 0 && atom.endsWith(")")
        ? Optional.of(atom.substring(open + 1, atom.length() - 1))
        : Optional.empty();
  }

  private PresenceCondition expression(int from, int to) {
    int question = find("?", from, to);
    if (question < 0) {
      return disjunction(from, to);
    }
    int colon = colon(question + 1, to);
    if (colon < 0) {
      return opaque(from, to);
    }
    PresenceCondition test = disjunction(from, question);
    return test.and(expression(question + 1, colon)).or(test.not().and(expression(colon + 1, to)));
  }

  /** The colon of the conditional whose middle operand starts at {@code from}, or -1. */
  private int colon(int from, int to) {
    int open = 0;
    for (int i = from; i < to; i = tokens.after(i)) {
      if (tokens.is(i, "?")) {
        open++;
      } else if (tokens.is(i, ":") && open-- == 0) {
        return i;
      }
    }
    return -1;
  }

  private PresenceCondition disjunction(int from, int to) {
    PresenceCondition result = PresenceCondition.FALSE;
    int start = from;
    for (int end = find("||", start, to); end >= 0; end = find("||", start, to)) {
      result = result.or(conjunction(start, end));
      start = end + 1;
    }
    return result.or(conjunction(start, to));
  }

  private PresenceCondition conjunction(int from, int to) {
    PresenceCondition result = PresenceCondition.TRUE;
    int start = from;
    for (int end = find("&&", start, to); end >= 0; end = find("&&", start, to)) {
      result = result.and(operand(start, end));
      start = end + 1;
    }
    return result.and(operand(start, to));
  }

  private int find(String operator, int from, int to) {
    for (int i = from; i < to; i = tokens.after(i)) {
      if (tokens.is(i, operator)) {
        return i;
      }
    }
    return -1;
  }

  private PresenceCondition operand(int from, int to) {
    int start = from;
    while (start < to && tokens.is(start, "!")) {
      start++;
    }
    Optional<PresenceCondition> tested = start < to ? test(start, to) : Optional.empty();
    if (tested.isPresent()) {
      return (start - from) % 2 == 0 ? tested.get() : tested.get().not();
    }
    return Comparison.of(tokens, from, to)
        .map(Comparison::condition)
        .orElseGet(() -> opaque(from, to));
  }

  /** The meaning of a range that is one operand of {@code !}; empty where it is none. */
  private Optional<PresenceCondition> test(int from, int to) {
    if (tokens.is(from, "defined")) {
      boolean group = tokens.is(from + 1, "(");
      int name = group ? from + 2 : from + 1;
      boolean whole = to == (group ? from + 4 : from + 2);
      return whole && ConditionTokens.isWord(tokens.get(name))
          ? Optional.of(defined(tokens.get(name)))
          : Optional.empty();
    }
    if (!tokens.isPrimary(from, to)) {
      return Optional.empty();
    }
    if (tokens.is(from, "(")) {
      return to - from == 2 ? Optional.empty() : Optional.of(expression(from + 1, to - 1));
    }
    return Optional.of(primary(from, to));
  }

  /** The meaning of a word or a call. */
  private PresenceCondition primary(int from, int to) {
    String word = tokens.get(from);
    if (ConditionTokens.isNumber(word)) {
      return isZero(word) ? PresenceCondition.FALSE : PresenceCondition.TRUE;
    }
    if (to == from + 1) {
      return isConfigSymbol(word) ? configSymbol(word) : PresenceCondition.symbol(word);
    }
    String argument = to == from + 4 ? tokens.get(from + 2) : "";
    return isConfigSymbol(argument) ? configTest(word, argument, from, to) : opaque(from, to);
  }

  private PresenceCondition configTest(String test, String symbol, int from, int to) {
    return switch (test) {
      case "IS_ENABLED", "IS_REACHABLE" -> configSymbol(symbol);
      case "IS_MODULE" -> implying("IS_MODULE", symbol);
      // Before 4.9 IS_BUILTIN had the other name as well.
      case "IS_BUILTIN", "config_enabled" -> implying("IS_BUILTIN", symbol);
      default -> opaque(from, to);
    };
  }

  private static boolean isConfigSymbol(String name) {
    return name.startsWith("CONFIG_") && name.length() > "CONFIG_".length();
  }

  private static PresenceCondition configSymbol(String name) {
    if (name.endsWith(MODULE_SUFFIX)
        && name.length() > "CONFIG_".length() + MODULE_SUFFIX.length()) {
      return implying("IS_MODULE", name.substring(0, name.length() - MODULE_SUFFIX.length()));
    }
    return PresenceCondition.symbol(name);
  }

  private static PresenceCondition implying(String test, String symbol) {
    return PresenceCondition.symbol(symbol)
        .and(PresenceCondition.opaque(test + "(" + symbol + ")"));
  }

  private PresenceCondition opaque(int from, int to) {
    return from < to ? PresenceCondition.opaque(tokens.text(from, to)) : PresenceCondition.TRUE;
  }

  private static boolean isZero(String number) {
    String digits = number.toLowerCase(Locale.ROOT);
    if (digits.startsWith("0x") || digits.startsWith("0b")) {
      digits = digits.substring(2);
    }
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c != '0') {
        return i > 0 && (c == 'u' || c == 'l');
      }
    }
    return !digits.isEmpty();
  }
}
