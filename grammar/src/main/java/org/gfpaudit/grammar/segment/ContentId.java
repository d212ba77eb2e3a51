package org.gfpaudit.grammar.segment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What a repository says is in a file: the SHA-1 or SHA-256 of the blob, as four longs with zeros
 * behind a SHA-1. It is believed for that repository alone, for git does not check that an object
 * that it hands out has the content of its name, nor that its index says the truth.
 *
 * @param repository what tells the repository from all others
 */
public record ContentId(String repository, long a, long b, long c, long d) {
  /** The id of a file whose content no repository names. */
  public static final ContentId NONE = new ContentId("", 0, 0, 0, 0);

  private static final int SHA1_BYTES = 20;
  private static final int SHA256_BYTES = 32;

  /**
   * The id in {@code length} bytes.
   *
   * @throws IllegalArgumentException if {@code length} is neither 20 nor 32
   */
  public static ContentId of(String repository, byte[] bytes, int from, int length) {
    if (length != SHA1_BYTES && length != SHA256_BYTES) {
      throw new IllegalArgumentException("not the length of an object name: " + length);
    }
    ByteBuffer padded = ByteBuffer.allocate(SHA256_BYTES).put(0, bytes, from, length);
    return new ContentId(
        repository, padded.getLong(0), padded.getLong(8), padded.getLong(16), padded.getLong(24));
  }

  /**
   * The id that git prints.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static ContentId ofHex(String repository, String hex) {
    byte[] bytes = new byte[hex.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(hex, 2 * i, 2 * i + 2, 16);
    }
    return of(repository, bytes, 0, bytes.length);
  }

  /** What stands for this saying of this repository; {@link ContentMark#NONE} for none. */
  public ContentMark mark(ContentKey key) {
    if (equals(NONE)) {
      return ContentMark.NONE;
    }
    byte[] who = repository.getBytes(StandardCharsets.UTF_8);
    ByteBuffer all = ByteBuffer.allocate(SHA256_BYTES + who.length);
    all.putLong(a).putLong(b).putLong(c).putLong(d).put(who);
    return key.mark(all.array(), 0, all.capacity());
  }
}
