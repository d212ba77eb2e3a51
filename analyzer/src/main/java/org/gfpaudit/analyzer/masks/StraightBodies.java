package org.gfpaudit.analyzer.masks;

import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;

/**
 * A look at the bytes of a function that saves parsing it: most functions come to a branch before
 * they return anything, or return nothing at all.
 */
final class StraightBodies {
  private final byte[] bytes;
  private final int end;
  private int at;
  private int braces;
  private int parentheses;

  private StraightBodies(byte[] bytes, Span extent) {
    this.bytes = bytes;
    this.at = extent.start();
    this.end = extent.end();
  }

  /**
   * Whether a function may return before it branches; no where it certainly does not. What loops,
   * jumps or depends on the configuration is left to the parser.
   */
  static boolean mayReturnFirst(byte[] bytes, Span extent) {
    return new StraightBodies(bytes, extent).mayReturnFirst();
  }

  private boolean mayReturnFirst() {
    while (at < end) {
      byte b = bytes[at];
      if (SourceText.isWord(b)) {
        int start = at;
        skipWord();
        if (isAny(start, "return", "goto", "for", "while", "do")) {
          return true;
        }
        if (braces == 1 && parentheses == 0 && isAny(start, "if", "switch")) {
          return false;
        }
      } else if (b == '#' || b == '\\') {
        return true;
      } else if (b == '"' || b == '\'') {
        skipQuoted(b);
      } else if (b == '/' && at + 1 < end && (bytes[at + 1] == '*' || bytes[at + 1] == '/')) {
        skipComment(bytes[at + 1] == '*');
      } else {
        count(b);
        at++;
      }
    }
    return false;
  }

  private void count(byte b) {
    switch (b) {
      case '{' -> braces++;
      case '}' -> braces--;
      case '(' -> parentheses++;
      case ')' -> parentheses--;
      default -> {}
    }
  }

  private void skipWord() {
    while (at < end && SourceText.isWord(bytes[at])) {
      at++;
    }
  }

  private void skipQuoted(byte quote) {
    at++;
    while (at < end && bytes[at] != quote) {
      at += bytes[at] == '\\' ? 2 : 1;
    }
    at++;
  }

  private void skipComment(boolean isBlock) {
    at += isBlock ? 3 : 2; // The star that opens a comment does not close it.
    while (at < end && !(isBlock ? bytes[at] == '/' && bytes[at - 1] == '*' : bytes[at] == '\n')) {
      at++;
    }
    at++;
  }

  /** Whether the word from {@code start} to where we are is one of {@code words}. */
  private boolean isAny(int start, String... words) {
    for (String word : words) {
      if (word.length() == at - start && isAt(start, word)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAt(int start, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (bytes[start + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
