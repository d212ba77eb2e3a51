package org.gfpaudit.rules.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an expression without what can change while it means the same: spaces, comments and
 * the names of variables. Names of macros, functions and fields stay. {@code gfp | __GFP_NOWARN}
 * and {@code mask|__GFP_NOWARN} have the same shape.
 */
final class MaskShape {
  private static final Pattern TOKEN =
      Pattern.compile(
          "/\\*.*?\\*/|//[^\n]*"
              + "|(?<string>\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)*+')"
              + "|(?<name>[A-Za-z_]\\w*)"
              + "|(?<number>\\d\\w*)"
              + "|(?<space>\\s+)"
              + "|(?<other>.)",
          Pattern.DOTALL);

  private static final Pattern CONSTANT = Pattern.compile("_*[A-Z][A-Z0-9_]*");
  private static final Pattern CALL = Pattern.compile("(?:\\s|/\\*.*?\\*/)*+\\(", Pattern.DOTALL);

  /** What follows is left out: no mask is that long, and hostile text is. */
  private static final int MOST_CHARACTERS = 2000;

  private MaskShape() {}

  /** The shape of {@code expression}; of any text, for it need not be C. */
  static String of(String text) {
    String expression = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
    StringBuilder shape = new StringBuilder();
    Matcher token = TOKEN.matcher(expression);
    while (token.find()) {
      String name = token.group("name");
      if (name != null) {
        boolean isKept =
            CONSTANT.matcher(name).matches()
                || isField(shape)
                || CALL.matcher(expression).region(token.end(), expression.length()).lookingAt();
        separate(shape);
        shape.append(isKept ? name : "_");
      } else if (token.group("string") != null) {
        shape.append(token.group("string"));
      } else if (token.group("number") != null) {
        separate(shape);
        shape.append(token.group("number"));
      } else if (token.group("other") != null) {
        shape.append(token.group("other"));
      }
    }
    return shape.toString();
  }

  /** Keeps two words apart that only a space or a comment kept apart. */
  private static void separate(StringBuilder shape) {
    int last = shape.length() - 1;
    if (last >= 0 && (Character.isLetterOrDigit(shape.charAt(last)) || shape.charAt(last) == '_')) {
      shape.append(' ');
    }
  }

  private static boolean isField(StringBuilder shape) {
    int last = shape.length() - 1;
    return last >= 0
        && (shape.charAt(last) == '.'
            || (shape.charAt(last) == '>' && last > 0 && shape.charAt(last - 1) == '-'));
  }
}
