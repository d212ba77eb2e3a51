package org.gfpaudit.reports.format;

/**
 * Text that came from a tree, made safe for a terminal: file names and source may hold escape
 * sequences, line breaks and marks that turn the direction of text.
 */
public final class VisibleText {
  private VisibleText() {}

  /**
   * {@code text} on one line with every character that acts on a terminal instead of showing there
   * written as {@code \x1b} or {@code \u202e}.
   */
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isHidden(text.charAt(i))) {
        return escape(text, false);
      }
    }
    return text;
  }

  /** As {@link #of}, but line feeds stay: for formats that quote them. */
  public static String keepingLineFeeds(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '\n' && isHidden(text.charAt(i))) {
        return escape(text, true);
      }
    }
    return text;
  }

  private static String escape(String text, boolean keepsLineFeeds) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        escaped.append(c).append(text.charAt(++i));
      } else if (isHidden(c) && !(keepsLineFeeds && c == '\n')) {
        escaped.append(escaped(c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** How a hidden character is shown. */
  static String escaped(char c) {
    return c <= 0xff ? String.format("\\x%02x", (int) c) : String.format("\\u%04x", (int) c);
  }

  /**
   * Whether {@code c} must not reach a terminal: C0 and C1 controls, DEL, direction marks, line
   * separators, the byte order mark, and halves of surrogate pairs. {@link #escape} lets whole
   * pairs pass.
   */
  static boolean isHidden(char c) {
    return c < 0x20
        || (c >= 0x7f && c <= 0x9f)
        || (c >= 0x200b && c <= 0x200f)
        || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2060 && c <= 0x206f)
        || c == 0x061c
        || c == 0xfeff
        || Character.isSurrogate(c);
  }
}
