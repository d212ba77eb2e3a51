package org.gfpaudit.grammar.segment;

import java.nio.LongBuffer;
import java.util.Objects;
import java.util.function.IntUnaryOperator;

/**
 * Ints by their place, in blocks of 64: what each is above the least of its block, in as few bits
 * as the largest of the block needs (frame of reference: Goldstein, Ramakrishnan, Shaft, 1998). A
 * block with a width of {@code w} bits takes {@code w} longs, so that the width need not be written
 * down.
 *
 * @param count how many there are
 * @param heads for each block its least value, above, and the place of its first word, below; and
 *     behind them {@code count} and the number of all words
 * @param words the bits, the first int in the lowest ones; an int may go on in the next word
 */
public record PackedInts(int count, LongBuffer heads, LongBuffer words) {
  private static final int BLOCK_BITS = 6;
  private static final int BLOCK = 1 << BLOCK_BITS;
  private static final long LOW = 0xffffffffL;

  /** What is read back from the two columns of packed ints. */
  static PackedInts of(LongBuffer heads, LongBuffer words) {
    return new PackedInts((int) (heads.get(heads.limit() - 1) >> Integer.SIZE), heads, words);
  }

  /** Packs {@code count} ints, which are asked for once each, in order. */
  public static PackedInts of(int count, IntUnaryOperator values) {
    int blocks = (count + BLOCK - 1) >>> BLOCK_BITS;
    long[] heads = new long[blocks + 1];
    LongSink words = new LongSink(count / 4 + 1);
    int[] block = new int[BLOCK];
    for (int b = 0; b < blocks; b++) {
      int size = Math.min(BLOCK, count - (b << BLOCK_BITS));
      int least = Integer.MAX_VALUE;
      for (int i = 0; i < size; i++) {
        block[i] = values.applyAsInt((b << BLOCK_BITS) + i);
        least = Math.min(least, block[i]);
      }
      heads[b] = head(least, words.size());
      pack(block, size, least, words);
    }
    heads[blocks] = head(count, words.size());
    return new PackedInts(count, LongBuffer.wrap(heads), words.toBuffer());
  }

  private static long head(int value, int word) {
    return (long) value << Integer.SIZE | word;
  }

  private static void pack(int[] block, int size, int least, LongSink words) {
    int all = 0;
    for (int i = 0; i < size; i++) {
      all |= block[i] - least;
    }
    int width = Integer.SIZE - Integer.numberOfLeadingZeros(all);
    if (width == 0) {
      return;
    }
    int last = words.size() + width;
    long word = 0;
    int used = 0;
    for (int i = 0; i < size; i++) {
      long value = (block[i] - least) & LOW;
      word |= value << used;
      used += width;
      if (used >= Long.SIZE) {
        words.add(word);
        used -= Long.SIZE;
        // What did not fit; all of it is shifted out where everything fitted.
        word = used == 0 ? 0 : value >>> (width - used);
      }
    }
    while (words.size() < last) {
      words.add(word);
      word = 0;
    }
  }

  /**
   * The int at a place.
   *
   * @throws IndexOutOfBoundsException where there is none
   */
  public int get(int index) {
    Objects.checkIndex(index, count);
    int block = index >>> BLOCK_BITS;
    long head = heads.get(block);
    int least = (int) (head >> Integer.SIZE);
    int width = (int) heads.get(block + 1) - (int) head;
    if (width == 0) {
      return least;
    }
    int bit = (index & (BLOCK - 1)) * width;
    int word = (int) head + (bit >>> BLOCK_BITS);
    int shift = bit & (Long.SIZE - 1);
    long value = words.get(word) >>> shift;
    if (shift + width > Long.SIZE) {
      value |= words.get(word + 1) << (Long.SIZE - shift);
    }
    return least + (int) (value & ((1L << width) - 1));
  }
}
