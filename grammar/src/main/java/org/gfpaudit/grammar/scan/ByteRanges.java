package org.gfpaudit.grammar.scan;

/** Compares ranges of bytes eight at a time; at least eight readable bytes must follow each. */
final class ByteRanges {
  private ByteRanges() {}

  /** Whether two ranges of {@code length} bytes differ. */
  static boolean differ(byte[] a, int aFrom, byte[] b, int bFrom, int length) {
    int i = 0;
    for (; i + 8 <= length; i += 8) {
      if (Text.load(a, aFrom + i) != Text.load(b, bFrom + i)) {
        return true;
      }
    }
    return i < length
        && (Text.load(a, aFrom + i) ^ Text.load(b, bFrom + i)) << (64 - ((length - i) << 3)) != 0;
  }
}
