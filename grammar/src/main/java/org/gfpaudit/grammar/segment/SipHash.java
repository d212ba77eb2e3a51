package org.gfpaudit.grammar.segment;

/**
 * SipHash-2-4 with 128 bits of output (Aumasson and Bernstein, 2012; the long output is that of the
 * authors' reference implementation). Takes whole words; for one text and one thread.
 */
final class SipHash {
  private static final int ROUNDS = 2;
  private static final int LAST_ROUNDS = 4;

  private long v0;
  private long v1;
  private long v2;
  private long v3;

  SipHash(long k0, long k1) {
    v0 = k0 ^ 0x736f6d6570736575L;
    v1 = k1 ^ 0x646f72616e646f6dL ^ 0xee;
    v2 = k0 ^ 0x6c7967656e657261L;
    v3 = k1 ^ 0x7465646279746573L;
  }

  void word(long word) {
    v3 ^= word;
    rounds(ROUNDS);
    v0 ^= word;
  }

  /**
   * The last bytes of a text, fewer than eight, and its hash.
   *
   * @param length of the whole text in bytes
   */
  ContentMark finish(byte[] bytes, int from, int end, int length) {
    long last = (long) length << 56;
    for (int i = from; i < end; i++) {
      last |= (bytes[i] & 0xffL) << (8 * (i - from));
    }
    word(last);
    v2 ^= 0xee;
    rounds(LAST_ROUNDS);
    long first = v0 ^ v1 ^ v2 ^ v3;
    v1 ^= 0xdd;
    rounds(LAST_ROUNDS);
    return new ContentMark(first, v0 ^ v1 ^ v2 ^ v3);
  }

  private void rounds(int count) {
    for (int i = 0; i < count; i++) {
      v0 += v1;
      v2 += v3;
      v1 = Long.rotateLeft(v1, 13) ^ v0;
      v3 = Long.rotateLeft(v3, 16) ^ v2;
      v0 = Long.rotateLeft(v0, 32);
      v2 += v1;
      v0 += v3;
      v1 = Long.rotateLeft(v1, 17) ^ v2;
      v3 = Long.rotateLeft(v3, 21) ^ v0;
      v2 = Long.rotateLeft(v2, 32);
    }
  }
}
