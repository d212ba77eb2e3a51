package org.gfpaudit.grammar.scan;

/** Which files the scanner reads. */
public final class SourceFiles {
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

  /** Whether the head of a text holds so many NULs that it is no text. */
  static boolean isBinary(byte[] bytes, int length) {
    int head = Math.min(length, 256);
    int count = 0;
    for (int i = 0; i < head; i++) {
      count += bytes[i] == 0 ? 1 : 0;
    }
    return count * 16 > head;
  }
}
