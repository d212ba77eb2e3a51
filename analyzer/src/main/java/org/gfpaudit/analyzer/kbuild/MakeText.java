package org.gfpaudit.analyzer.kbuild;

import java.util.ArrayList;
import java.util.List;

/** How a makefile's text falls into lines, words, pieces and arguments. */
final class MakeText {
  private MakeText() {}

  /**
   * The lines of a makefile, with continued lines joined by a blank and without comments. A leading
   * tab is kept: it may make a recipe of the line.
   */
  static List<String> logicalLines(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      int last = end > start && text.charAt(end - 1) == '\r' ? end - 1 : end;
      int backslashes = 0;
      while (last - backslashes > start && text.charAt(last - backslashes - 1) == '\\') {
        backslashes++;
      }
      boolean isContinued = backslashes % 2 == 1 && newline >= 0;
      line.append(text, start, isContinued ? last - 1 : last);
      if (isContinued) {
        line.append(' ');
      } else {
        lines.add(withoutComment(line.toString()));
        line.setLength(0);
      }
      start = end + 1;
    }
    if (line.length() > 0) {
      lines.add(withoutComment(line.toString()));
    }
    return lines;
  }

  private static String withoutComment(String line) {
    for (int hash = line.indexOf('#'); hash >= 0; hash = line.indexOf('#', hash + 1)) {
      if (hash == 0 || line.charAt(hash - 1) != '\\') {
        return line.substring(0, hash);
      }
    }
    return line;
  }

  /** The words of a text: what white space outside of references separates. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = -1;
    int at = 0;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        if (start >= 0) {
          words.add(text.substring(start, at));
          start = -1;
        }
        at++;
      } else {
        start = start < 0 ? at : start;
        at = after(text, at);
      }
    }
    if (start >= 0) {
      words.add(text.substring(start));
    }
    return words;
  }

  /** The arguments of a function: what commas outside of references and parentheses separate. */
  static List<String> arguments(String text) {
    List<String> arguments = new ArrayList<>();
    int start = 0;
    int depth = 0;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ',' && depth <= 0) {
        arguments.add(text.substring(start, at));
        start = at + 1;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      at = after(text, at);
    }
    arguments.add(text.substring(start));
    return arguments;
  }

  /**
   * A piece of a text.
   *
   * @param text what stands between the parentheses of a reference, else the plain text
   */
  record Piece(String text, boolean isReference) {}

  /** Splits a text into plain stretches and references. */
  static List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int next = after(text, at);
      if (text.charAt(at) != '$' || next == at + 1) {
        plain.append(text.charAt(at));
      } else if (text.charAt(at + 1) == '$') {
        plain.append('$');
      } else {
        if (plain.length() > 0) {
          pieces.add(new Piece(plain.toString(), false));
          plain.setLength(0);
        }
        boolean isClosed = next - at > 2;
        pieces.add(
            new Piece(
                isClosed ? text.substring(at + 2, next - 1) : text.substring(at + 1, next), true));
      }
      at = next;
    }
    if (plain.length() > 0) {
      pieces.add(new Piece(plain.toString(), false));
    }
    return pieces;
  }

  /** The offset after the character or the reference that starts at {@code at}. */
  static int after(String text, int at) {
    if (text.charAt(at) != '$' || at + 1 == text.length()) {
      return at + 1;
    }
    char open = text.charAt(at + 1);
    if (open != '(' && open != '{') {
      return at + 2;
    }
    char close = open == '(' ? ')' : '}';
    int depth = 0;
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == open ? 1 : c == close ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return text.length(); // Never closed: make would stop here. One step, or time is squared.
  }
}
