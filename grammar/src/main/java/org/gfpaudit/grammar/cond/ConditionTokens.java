package org.gfpaudit.grammar.cond;

import java.util.ArrayList;
import java.util.List;

/** The tokens of an {@code #if} expression, with its parentheses matched. */
final class ConditionTokens {
  /** Longer or deeper expressions are opaque; the kernel's longest has about 150 tokens. */
  private static final int MAX_TOKENS = 400;

  private static final int MAX_DEPTH = 48;

  private final String source;
  private final List<String> tokens = new ArrayList<>();

  /** For a parenthesis the index of its partner. */
  private int[] partner = new int[0];

  private boolean readable = true;

  private ConditionTokens(String source) {
    this.source = source;
  }

  static ConditionTokens of(String source) {
    ConditionTokens tokens = new ConditionTokens(source);
    int at = 0;
    while (at < source.length() && tokens.readable) {
      at = tokens.next(at);
    }
    tokens.matchParentheses();
    return tokens;
  }

  int size() {
    return tokens.size();
  }

  String get(int index) {
    return tokens.get(index);
  }

  boolean is(int index, String token) {
    return index < tokens.size() && tokens.get(index).equals(token);
  }

  /** The index after the token at {@code index}, or after the group that it opens. */
  int after(int index) {
    return is(index, "(") ? partner[index] + 1 : index + 1;
  }

  /** Whether the text is small enough and its parentheses pair up. */
  boolean isReadable() {
    return readable;
  }

  /**
   * A word that stands for a text that is not read: the text itself, between other conditions,
   * would be read as something else when it is printed and comes back.
   */
  String wordForAll() {
    String text = source.strip().replaceAll("\\s+", " ");
    return "UNREADABLE_" + text.length() + "_" + Integer.toHexString(text.hashCode());
  }

  static boolean isWord(String token) {
    char c = token.charAt(0);
    return isWordByte(c) && !Character.isDigit(c);
  }

  static boolean isNumber(String token) {
    return Character.isDigit(token.charAt(0));
  }

  /** Whether the range is one word, one number, a group, or a call. */
  boolean isPrimary(int from, int to) {
    if (from >= to) {
      return false;
    }
    if (is(from, "(")) {
      return after(from) == to;
    }
    boolean word = isWord(get(from));
    return to == from + 1
        ? word || isNumber(get(from))
        : word && is(from + 1, "(") && after(from + 1) == to;
  }

  /** The range as text with one spacing, so that equal expressions get equal texts. */
  String text(int from, int to) {
    StringBuilder text = new StringBuilder();
    boolean operandBefore = false;
    boolean space = false;
    for (int i = from; i < to; i++) {
      String token = get(i);
      char c = token.charAt(0);
      boolean operand = isWordByte(c) || c == '"' || c == '\'';
      if (operand || c == '(') {
        boolean call = c == '(' && i > from && isWord(get(i - 1));
        text.append(space || (operand && operandBefore) ? " " : "");
        text.append(c == '(' && operandBefore && !call ? " (" : token);
        space = false;
        operandBefore = operand;
      } else if (c == ')') {
        text.append(token);
        operandBefore = true;
        space = false;
      } else if (c == ',') {
        text.append(token);
        operandBefore = false;
        space = true;
      } else {
        text.append(operandBefore || space || isFused(text, c) ? " " : "").append(token);
        space = operandBefore;
        operandBefore = false;
      }
    }
    return text.toString();
  }

  /** Whether a character right behind a text would be read as one token with its last. */
  private static boolean isFused(CharSequence text, char next) {
    char last = text.length() == 0 ? ' ' : text.charAt(text.length() - 1);
    return isPair(last, next) || (last == '/' && (next == '/' || next == '*'));
  }

  private int next(int at) {
    char c = source.charAt(at);
    if (c <= ' ' || c == '\\') {
      return at + 1;
    }
    if (source.startsWith("/*", at)) {
      int end = source.indexOf("*/", at + 2);
      return end < 0 ? source.length() : end + 2;
    }
    if (source.startsWith("//", at)) {
      int end = source.indexOf('\n', at);
      return end < 0 ? source.length() : end;
    }
    int end = at + 1;
    if (isWordByte(c)) {
      while (end < source.length() && isWordByte(source.charAt(end))) {
        end++;
      }
    } else if (c == '"' || c == '\'') {
      end = quoteEnd(at, c);
    } else if (end < source.length() && isPair(c, source.charAt(end))) {
      end++;
    }
    tokens.add(source.substring(at, end));
    readable = tokens.size() <= MAX_TOKENS;
    return end;
  }

  private int quoteEnd(int at, char quote) {
    int end = at + 1;
    while (end < source.length() && source.charAt(end) != quote) {
      end += source.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(end + 1, source.length());
  }

  private static boolean isPair(char a, char b) {
    return (a == b && "&|=<>".indexOf(a) >= 0) || (b == '=' && "!<>".indexOf(a) >= 0);
  }

  private static boolean isWordByte(char c) {
    return c == '_' || c == '$' || c == '.' || c >= 128 || Character.isLetterOrDigit(c);
  }

  private void matchParentheses() {
    partner = new int[tokens.size()];
    int[] open = new int[MAX_DEPTH];
    int depth = 0;
    for (int i = 0; i < tokens.size() && readable; i++) {
      if (is(i, "(")) {
        readable = depth < MAX_DEPTH;
        if (readable) {
          open[depth++] = i;
        }
      } else if (is(i, ")")) {
        readable = depth > 0;
        if (readable) {
          partner[open[--depth]] = i;
          partner[i] = open[depth];
        }
      }
    }
    readable &= depth == 0;
  }
}
