package org.gfpaudit.reports.format;

import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;

/** How the bytes of a line of source are shown, one character after another. */
public final class ShownBytes {
  private static final int TAB = 8;

  private ShownBytes() {}

  /** The length of the UTF-8 sequence at {@code at}; 1 for a byte that begins none. */
  public static int lengthAt(byte[] bytes, int at, int end) {
    int b = bytes[at] & 0xff;
    int length = b >= 0xf0 && b < 0xf5 ? 4 : b >= 0xe0 ? 3 : b >= 0xc2 ? 2 : 1;
    if (b >= 0xf5 || at + length > end) {
      return 1;
    }
    for (int i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xc0) != 0x80) {
        return 1;
      }
    }
    return length;
  }

  /**
   * What is shown for the {@code length} bytes at {@code at}, made safe.
   *
   * @param column how many characters of the line are shown already: tabs reach to the next eighth
   */
  public static String at(SourceText source, int at, int length, int column) {
    byte b = source.bytes()[at];
    if (b == '\t') {
      return " ".repeat(TAB - column % TAB);
    }
    if (length == 1 && b < 0) {
      return String.format("\\x%02x", b & 0xff);
    }
    return VisibleText.of(source.text(new Span(at, at + length)));
  }
}
