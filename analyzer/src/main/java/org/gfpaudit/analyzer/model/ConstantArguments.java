package org.gfpaudit.analyzer.model;

import java.util.BitSet;
import java.util.regex.Pattern;

/** A look at the text of calls, which is cheaper than to parse it. */
final class ConstantArguments {
  /** What can be a constant, or a variable that holds one. */
  private static final Pattern PLAIN = Pattern.compile("[(\\s]*-?[(\\s]*\\w+[)\\s]*");

  private static final int MOST = 64;

  private ConstantArguments() {}

  /**
   * The positions (0-based) at which every call of a function may be handed a constant: a number,
   * or a single name. It errs by having too many.
   *
   * @param text of a definition
   */
  static BitSet in(String text, String called) {
    BitSet all = new BitSet(MOST);
    all.set(0, MOST);
    for (int at = text.indexOf(called); at >= 0; at = text.indexOf(called, at + 1)) {
      int open = at + called.length();
      while (open < text.length() && Character.isWhitespace(text.charAt(open))) {
        open++;
      }
      boolean isWord = at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1));
      if (isWord && open < text.length() && text.charAt(open) == '(' && !isInComment(text, at)) {
        all.and(ofCall(text, open));
      }
    }
    return all;
  }

  private static boolean isInComment(String text, int at) {
    int block = text.lastIndexOf("/*", at);
    int line = text.indexOf("//", text.lastIndexOf('\n', at) + 1);
    return (block >= 0 && text.indexOf("*/", block) > at) || (line >= 0 && line < at);
  }

  private static BitSet ofCall(String text, int open) {
    BitSet plain = new BitSet(MOST);
    int depth = 0;
    int argument = 0;
    int start = open + 1;
    for (int i = open; i < text.length() && argument < MOST; i++) {
      char c = text.charAt(i);
      if (c == '(' || c == '{' || c == '[') {
        depth++;
      } else if (c == ')' || c == '}' || c == ']') {
        depth--;
      } else if (c == '"' || c == '/' || c == '#' || c == '\'') {
        // A comment, a text or a directive: nothing is ruled out from here on.
        plain.set(argument, MOST);
        return plain;
      }
      if (depth == 0 || (depth == 1 && c == ',')) {
        plain.set(argument, PLAIN.matcher(text.substring(start, i).strip()).matches());
        argument++;
        start = i + 1;
      }
      if (depth == 0) {
        return plain;
      }
    }
    return plain;
  }
}
