package org.gfpaudit.grammar.segment;

import java.nio.IntBuffer;
import java.nio.LongBuffer;

/**
 * A set of places that tells how many of its members lie before one of them: a bit for each place,
 * and a count for each 512 of them (Jacobson, 1989).
 *
 * @param bits place {@code i} is bit {@code i % 64} of word {@code i / 64}
 * @param counts how many members lie before each eighth word
 */
public record RankBits(LongBuffer bits, IntBuffer counts) {
  private static final int WORD_BITS = 6;

  /** Eight words. */
  private static final int COUNT_BITS = 9;

  /** The set with these bits. */
  static RankBits of(long[] bits) {
    int[] counts = new int[(bits.length >>> (COUNT_BITS - WORD_BITS)) + 1];
    int count = 0;
    for (int word = 0; word < bits.length; word++) {
      if ((word & ((1 << (COUNT_BITS - WORD_BITS)) - 1)) == 0) {
        counts[word >>> (COUNT_BITS - WORD_BITS)] = count;
      }
      count += Long.bitCount(bits[word]);
    }
    return new RankBits(LongBuffer.wrap(bits), IntBuffer.wrap(counts));
  }

  /** How many words a set of so many places takes. */
  static int words(int placeCount) {
    return (placeCount + Long.SIZE - 1) >>> WORD_BITS;
  }

  /** Whether a place is in the set. */
  boolean has(int place) {
    return (bits.get(place >>> WORD_BITS) & 1L << place) != 0;
  }

  /** How many members lie before a place. */
  int rank(int place) {
    int word = place >>> WORD_BITS;
    int counted = place >>> COUNT_BITS;
    int rank = counts.get(counted);
    for (int w = counted << (COUNT_BITS - WORD_BITS); w < word; w++) {
      rank += Long.bitCount(bits.get(w));
    }
    return rank + Long.bitCount(bits.get(word) & ((1L << place) - 1));
  }
}
