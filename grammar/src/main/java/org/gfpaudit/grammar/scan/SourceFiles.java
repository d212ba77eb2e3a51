package org.gfpaudit.grammar.scan;

import java.util.Optional;

/** Which files the scanner reads. */
public final class SourceFiles {
  private static final int HEAD_BYTES = 256;
  private static final String WIDE = "text in UTF-16 or UTF-32";
  private static final String BINARY = "no text";

  private SourceFiles() {}

  /**
   * Whether a file of that name holds C: sources and headers, the {@code _shipped} ones, and
   * includes that say so ({@code x.c.inc}, {@code x.inl}). A plain {@code .inc} in a kernel is
   * assembler or firmware.
   */
  public static boolean holdsCode(String fileName) {
    int length = fileName.length();
    if (length < 3) {
      return false;
    }
    char last = fileName.charAt(length - 1);
    if (last == 'c' || last == 'h') {
      char before = fileName.charAt(length - 2);
      return before == '.' || (last == 'c' && fileName.endsWith(".inc") && isInclude(fileName));
    }
    return (last == 'd' && (fileName.endsWith(".c_shipped") || fileName.endsWith(".h_shipped")))
        || (last == 'l' && fileName.endsWith(".inl"));
  }

  private static boolean isInclude(String fileName) {
    return fileName.endsWith(".c.inc") || fileName.endsWith(".h.inc");
  }

  /**
   * Why a text is not one that a compiler reads: it is in UTF-16 or UTF-32, or most of its head is
   * no text at all. Empty for text. NULs among other bytes do not count: to a compiler they are
   * white space.
   */
  static Optional<String> unreadable(byte[] bytes, int length) {
    if (length >= 2 && isByteOrderMark(bytes[0] & 0xff, bytes[1] & 0xff)) {
      return Optional.of(WIDE);
    }
    int head = Math.min(length, HEAD_BYTES);
    int even = 0;
    int odd = 0;
    for (int i = 0; i < head; i++) {
      if (bytes[i] == 0) {
        even += ~i & 1;
        odd += i & 1;
      }
    }
    // Most characters of wide text have their NULs at every second byte.
    if (Math.max(even, odd) * 8 >= Math.max(8, head * 3) && Math.min(even, odd) * 8 < head) {
      return Optional.of(WIDE);
    }
    return (even + odd) * 8 >= Math.max(8, head * 5) ? Optional.of(BINARY) : Optional.empty();
  }

  private static boolean isByteOrderMark(int first, int second) {
    return (first == 0xff && second == 0xfe) || (first == 0xfe && second == 0xff);
  }
}
