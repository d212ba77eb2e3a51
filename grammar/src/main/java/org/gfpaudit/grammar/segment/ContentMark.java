package org.gfpaudit.grammar.segment;

/**
 * 128 bits of a {@link ContentKey} that stand for the content of a file, or for who says what is in
 * it. Whoever does not know the key can prepare no two contents with one mark.
 */
public record ContentMark(long a, long b) {
  /** The mark of nothing. */
  public static final ContentMark NONE = new ContentMark(0, 0);

  static final int LONGS = 2;

  boolean isNone() {
    return (a | b) == 0;
  }

  /** Any part of a keyed hash is as good as another. */
  int tableHash() {
    return (int) a;
  }
}
