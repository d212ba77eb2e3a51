package org.gfpaudit.grammar.segment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.security.SecureRandom;

/**
 * The secret with which contents are hashed. For any number of threads.
 *
 * <p>A text of less than a block is hashed by {@link SipHash}. Of a longer one each whole block is
 * first made 16 bytes by the universal hash NH (Black, Halevi, Krawczyk, Krovetz, Rogaway: UMAC,
 * 1999) with two shifts of one key: two blocks that differ become the same for one key in 2^64,
 * whatever they are, and nobody is shown what they become. That takes a third of the time of
 * SipHash over all of it. Each operand takes a word of the key by one addition of 64 bits; what
 * carries from its lower half into its upper half is known before the upper half of the key counts,
 * so the bound is that of NH.
 */
public final class ContentKey {
  /** How long a secret is. */
  public static final int SECRET_BYTES = 16;

  private static final int BLOCK_WORDS = 128;
  private static final int BLOCK_BYTES = BLOCK_WORDS * Long.BYTES;
  private static final long LOW = 0xffffffffL;

  private final long k0;
  private final long k1;

  /** The key of a block, and one word more for the second shift. */
  private final long[] blockKey = new long[BLOCK_WORDS + 1];

  /**
   * @throws IllegalArgumentException if the secret is not of {@link #SECRET_BYTES}
   */
  public ContentKey(byte[] secret) {
    if (secret.length != SECRET_BYTES) {
      throw new IllegalArgumentException("not the length of a secret: " + secret.length);
    }
    ByteBuffer words = ByteBuffer.wrap(secret).order(ByteOrder.LITTLE_ENDIAN);
    long first = words.getLong();
    long second = words.getLong();
    // Words that no text hashes to: they are hashed with another key than texts are.
    long[] derived = new long[blockKey.length + 3];
    for (int i = 0; i < derived.length; i += 2) {
      SipHash hash = new SipHash(first, second);
      hash.word(i);
      ContentMark mark = hash.finish(secret, 0, 0, Long.BYTES);
      derived[i] = mark.a();
      derived[i + 1] = mark.b();
    }
    k0 = derived[0];
    k1 = derived[1];
    System.arraycopy(derived, 2, blockKey, 0, blockKey.length);
  }

  /** A key that nobody knows. */
  public static ContentKey random() {
    return new ContentKey(newSecret());
  }

  /** What a key can be made of. */
  public static byte[] newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return secret;
  }

  /** What stands for {@code length} bytes. */
  public ContentMark mark(byte[] bytes, int from, int length) {
    SipHash hash = new SipHash(k0, k1);
    LongBuffer words =
        ByteBuffer.wrap(bytes, from, length / Long.BYTES * Long.BYTES)
            .slice()
            .order(ByteOrder.LITTLE_ENDIAN)
            .asLongBuffer();
    // So that no short text looks like the hashes of a long one's blocks.
    hash.word(length);
    if (length >= BLOCK_BYTES) {
      long[] block = new long[BLOCK_WORDS];
      while (words.remaining() >= BLOCK_WORDS) {
        words.get(block);
        hash(block, hash);
      }
    }
    while (words.hasRemaining()) {
      hash.word(words.get());
    }
    return hash.finish(bytes, from + length / Long.BYTES * Long.BYTES, from + length, length);
  }

  private void hash(long[] block, SipHash hash) {
    long[] key = blockKey;
    long one = 0;
    long other = 0;
    long shifted = key[0];
    for (int i = 0; i < BLOCK_WORDS; i += 2) {
      long word = block[i];
      long next = key[i + 1];
      long sum = word + shifted;
      one += (sum & LOW) * (sum >>> Integer.SIZE);
      sum = word + next;
      other += (sum & LOW) * (sum >>> Integer.SIZE);
      word = block[i + 1];
      shifted = key[i + 2];
      sum = word + next;
      one += (sum & LOW) * (sum >>> Integer.SIZE);
      sum = word + shifted;
      other += (sum & LOW) * (sum >>> Integer.SIZE);
    }
    hash.word(one);
    hash.word(other);
  }
}
