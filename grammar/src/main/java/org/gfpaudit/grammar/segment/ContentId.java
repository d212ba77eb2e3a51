package org.gfpaudit.grammar.segment;

import java.nio.ByteBuffer;

/**
 * The name that git gives to the content of a file: the SHA-1 or SHA-256 of its blob, as four longs
 * with zeros behind a SHA-1.
 */
public record ContentId(long a, long b, long c, long d) {
  /** The id of a file whose content git does not know. */
  public static final ContentId NONE = new ContentId(0, 0, 0, 0);

  static final int LONGS = 4;

  private static final int SHA1_BYTES = 20;
  private static final int SHA256_BYTES = 32;

  /**
   * The id in {@code length} bytes.
   *
   * @throws IllegalArgumentException if {@code length} is neither 20 nor 32
   */
  public static ContentId of(byte[] bytes, int from, int length) {
    if (length != SHA1_BYTES && length != SHA256_BYTES) {
      throw new IllegalArgumentException("not the length of an object name: " + length);
    }
    ByteBuffer padded = ByteBuffer.allocate(SHA256_BYTES).put(0, bytes, from, length);
    return new ContentId(
        padded.getLong(0), padded.getLong(8), padded.getLong(16), padded.getLong(24));
  }

  /**
   * The id that git prints.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static ContentId ofHex(String hex) {
    byte[] bytes = new byte[hex.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(hex, 2 * i, 2 * i + 2, 16);
    }
    return of(bytes, 0, bytes.length);
  }

  boolean isNone() {
    return (a | b | c | d) == 0;
  }

  /** Any part of a cryptographic hash is as good as another. */
  int tableHash() {
    return (int) a;
  }
}
