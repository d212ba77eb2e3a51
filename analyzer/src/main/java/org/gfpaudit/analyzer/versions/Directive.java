package org.gfpaudit.analyzer.versions;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A preprocessor line of one text. Offsets are those of the text, which has one character to a
 * byte.
 *
 * @param keyword {@code "if"}, {@code "define"} and the like
 * @param start where the keyword starts
 * @param end after the last character of the line; spliced lines and comments belong to it
 * @param rest what stands after the keyword, without comments and on one line
 */
record Directive(String keyword, int start, int end, String rest) {
  private static final Set<String> KEYWORDS =
      Set.of("if", "ifdef", "ifndef", "elif", "else", "endif", "define", "undef");

  /** Those directives of a text that conditions depend on, in order; takes time linear in it. */
  static List<Directive> of(String text) {
    List<Directive> found = new ArrayList<>();
    boolean isLineStart = true;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n') {
        isLineStart = true;
        at++;
      } else if (Character.isWhitespace(c)) {
        at++;
      } else if (c == '#' && isLineStart) {
        isLineStart = false;
        at = read(text, at + 1, found);
      } else if (isComment(text, at)) {
        at = afterComment(text, at);
      } else {
        isLineStart = false;
        at = c == '"' || c == '\'' ? afterQuoted(text, at) : at + 1;
      }
    }
    return found;
  }

  private static int read(String text, int from, List<Directive> found) {
    int start = from;
    while (start < text.length() && (text.charAt(start) == ' ' || text.charAt(start) == '\t')) {
      start++;
    }
    int end = start;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    String keyword = text.substring(start, end);
    StringBuilder rest = new StringBuilder();
    int at = end;
    while (at < text.length() && text.charAt(at) != '\n') {
      char c = text.charAt(at);
      if (isSplice(text, at)) {
        rest.append(' ');
        at = text.indexOf('\n', at) + 1;
      } else if (isComment(text, at)) {
        rest.append(' ');
        at = afterComment(text, at);
      } else {
        int after = c == '"' || c == '\'' ? afterQuoted(text, at) : at + 1;
        rest.append(text, at, after);
        at = after;
      }
    }
    if (KEYWORDS.contains(keyword)) {
      found.add(new Directive(keyword, start, at, rest.toString().strip()));
    }
    return at;
  }

  /** Whether the line goes on in the next one after the backslash at {@code at}. */
  static boolean isSplice(String text, int at) {
    return text.charAt(at) == '\\'
        && (text.startsWith("\n", at + 1) || text.startsWith("\r\n", at + 1));
  }

  private static boolean isComment(String text, int at) {
    return text.startsWith("/*", at) || text.startsWith("//", at);
  }

  private static int afterComment(String text, int at) {
    boolean isBlock = text.charAt(at + 1) == '*';
    int close = isBlock ? text.indexOf("*/", at + 2) : text.indexOf('\n', at);
    return close < 0 ? text.length() : isBlock ? close + 2 : close;
  }

  /**
   * Where a literal ends; one that is not closed ends with its line, as in {@code #error don't}.
   */
  private static int afterQuoted(String text, int at) {
    char quote = text.charAt(at);
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != '\n') {
      if (text.charAt(end) == quote) {
        return end + 1;
      }
      if (isSplice(text, end)) {
        end = text.indexOf('\n', end) + 1;
      } else {
        end += text.charAt(end) == '\\' ? 2 : 1;
      }
    }
    return Math.min(end, text.length());
  }
}
