package org.gfpaudit.grammar.scan;

import org.gfpaudit.grammar.segment.Names;

/**
 * Finds names that stand alone as values outside of lists and assignments: those between which a
 * {@code ?:} chooses, those that are returned, and those that are the value of a {@code ({ })} or
 * all that a macro stands for.
 */
final class LoneNames {
  private static final String RETURN = "return";

  private final Text text;
  private final ScanPart part;

  LoneNames(Text text, ScanPart part) {
    this.text = text;
    this.part = part;
  }

  /** Records the name behind the mark at {@code at}; returns the offset behind the mark. */
  int behind(int at) {
    byte[] b = text.bytes;
    int i = text.space(at + 1);
    if (b[i] == '(') {
      i = behindCast(i);
    }
    if (b[i] == '&') {
      i = text.space(i + 1);
    }
    if (text.isIdentifierStart(i)) {
      int end = text.wordEnd(i);
      byte next = b[text.space(end)];
      if (next == ':' || next == ';' || next == ',' || next == ')' || next == '}' || next == 0) {
        part.argument(Names.hash(b, i, end));
      }
    }
    return at + 1;
  }

  /** Where the value starts that is cast by the parenthesis at {@code at}; else {@code at}. */
  int behindCast(int at) {
    int end = text.castEnd(at);
    return end >= 0 && (text.bytes[end] == '&' || text.isIdentifierStart(end)) ? end : at;
  }

  /** Records the name that is all of the text from {@code at} up to the limit. */
  void whole(int at) {
    int start = text.space(at);
    if (text.isIdentifierStart(start)) {
      int end = text.wordEnd(start);
      if (text.space(end) >= text.limit) {
        part.argument(Names.hash(text.bytes, start, end));
      }
    }
  }

  /**
   * Records the name before the semicolon at {@code at} that is returned or the value of a {@code
   * ({ })}; returns what follows.
   */
  int returned(int at) {
    byte[] b = text.bytes;
    int end = at;
    while (end > 0 && b[end - 1] > 0 && (b[end - 1] <= ' ' || b[end - 1] == ')')) {
      end--;
    }
    int start = text.wordStart(end);
    if (start < end && b[start] > '9' && (isReturn(start) || isValueOfBlock(start, at))) {
      part.argument(Names.hash(b, start, end));
    }
    return at + 1;
  }

  private boolean isValueOfBlock(int start, int semicolon) {
    byte[] b = text.bytes;
    int brace = text.space(semicolon + 1);
    if (b[brace] != '}' || b[text.space(brace + 1)] != ')') {
      return false;
    }
    int before = text.spaceBefore(start);
    return before > 0 && (b[before - 1] == ';' || b[before - 1] == '{' || b[before - 1] == '}');
  }

  /** Whether {@code return} stands before {@code start}, but for a cast, {@code &} and brackets. */
  private boolean isReturn(int start) {
    byte[] b = text.bytes;
    int i = start;
    while (i > 0 && (b[i - 1] == ' ' || b[i - 1] == '&' || b[i - 1] == '(')) {
      i--;
    }
    if (i > 0 && b[i - 1] == ')') {
      i = castStart(i - 1);
    }
    int word = text.wordStart(i);
    if (i - word != RETURN.length() || i == start) {
      return false;
    }
    for (int k = 0; k < RETURN.length(); k++) {
      if (b[word + k] != RETURN.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  /** Where a cast that ends at {@code close} starts, without the spaces before it. */
  private int castStart(int close) {
    byte[] b = text.bytes;
    int i = close;
    while (i > 0 && (ByteClass.WORDS[b[i - 1] & 0xff] != 0 || b[i - 1] == ' ' || b[i - 1] == '*')) {
      i--;
    }
    return i > 0 && b[i - 1] == '(' ? text.spaceBefore(i - 1) : close;
  }
}
