package org.gfpaudit.testdata.fuzz;

import java.util.ArrayDeque;
import java.util.Deque;

/** What of a text is code to a compiler: read in the plainest way, with nothing of the scanner. */
final class PlainCode {
  private final String text;

  /**
   * For each open {@code #if}, the innermost first, whether the branch here is that of {@code #if
   * 0}.
   */
  private final Deque<Boolean> isDead = new ArrayDeque<>();

  private PlainCode(String text) {
    this.text = text;
  }

  /** Whether the byte at {@code offset} is in no comment, string, directive or {@code #if 0}. */
  static boolean isCode(String text, int offset) {
    return new PlainCode(text).isCode(offset);
  }

  private boolean isCode(int offset) {
    int i = 0;
    boolean isFirst = true;
    while (i < offset) {
      char c = text.charAt(i);
      int end = i + 1;
      boolean isComment = text.startsWith("/*", i);
      if (isComment) {
        int close = text.indexOf("*/", i + 2);
        end = close < 0 ? text.length() : close + 2;
      } else if (text.startsWith("//", i)) {
        end = lineEnd(i);
      } else if (c == '"' || c == '\'') {
        end = quoted(i, c);
      } else if (c == '#' && isFirst) {
        end = directive(i);
      }
      isFirst = c == '\n' || (isFirst && (c <= ' ' || isComment));
      if (end > offset) {
        return false;
      }
      i = end;
    }
    return !isDead.contains(true);
  }

  private int directive(int at) {
    int end = lineEnd(at);
    String[] words = text.substring(at + 1, end).strip().split("\\s+", -1);
    if (words[0].startsWith("if")) {
      isDead.push(words[0].equals("if") && words.length > 1 && words[1].equals("0"));
    } else if (!isDead.isEmpty() && words[0].startsWith("el")) {
      isDead.pop();
      isDead.push(false);
    } else if (!isDead.isEmpty() && words[0].equals("endif")) {
      isDead.pop();
    }
    return end;
  }

  /** The end of the line, or of those that are joined to it. */
  private int lineEnd(int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) != '\n') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(i, text.length());
  }

  /** Behind the closing quote, or at the end of the line where none stands. */
  private int quoted(int from, char quote) {
    int i = from + 1;
    while (i < text.length() && text.charAt(i) != '\n') {
      if (text.charAt(i) == quote) {
        return i + 1;
      }
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(i, text.length());
  }
}
