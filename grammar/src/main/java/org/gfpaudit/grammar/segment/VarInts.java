package org.gfpaudit.grammar.segment;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Ints of one to five bytes, seven bits in each, the lowest first; all bytes but the last have the
 * highest bit set (LEB128). A signed one is doubled, and turned over where it is negative, so that
 * it is short where it is near to 0.
 */
final class VarInts {
  private static final int BITS = 7;
  private static final int MORE = 1 << BITS;
  private static final int MOST_BYTES = 5;

  private VarInts() {}

  /** Writes ints, one behind another. */
  static final class Writer {
    private byte[] bytes;
    private int size;

    Writer(int capacity) {
      bytes = new byte[capacity];
    }

    int size() {
      return size;
    }

    /** Takes the ints as if they were of 32 bits without a sign. */
    void unsigned(int value) {
      reserve(MOST_BYTES);
      int left = value;
      while ((left & -MORE) != 0) {
        bytes[size++] = (byte) (left | MORE);
        left >>>= BITS;
      }
      bytes[size++] = (byte) left;
    }

    void signed(int value) {
      unsigned(value << 1 ^ value >> (Integer.SIZE - 1));
    }

    /** Appends what another one holds. */
    void append(Writer other) {
      reserve(other.size);
      System.arraycopy(other.bytes, 0, bytes, size, other.size);
      size += other.size;
    }

    void clear() {
      size = 0;
    }

    private void reserve(int count) {
      if (size + count > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(16, size + count + (size >> 1)));
      }
    }

    /** The bytes and nothing behind them. */
    ByteBuffer toBuffer() {
      return ByteBuffer.wrap(Arrays.copyOf(bytes, size));
    }
  }

  /** Reads ints, one behind another. */
  static final class Reader {
    private final ByteBuffer bytes;
    private int at;

    /**
     * @param at where the first one starts
     */
    Reader(ByteBuffer bytes, int at) {
      this.bytes = bytes;
      this.at = at;
    }

    int at() {
      return at;
    }

    void skip(int byteCount) {
      at += byteCount;
    }

    int unsigned() {
      byte next = bytes.get(at++);
      int value = next & (MORE - 1);
      for (int shift = BITS; next < 0; shift += BITS) {
        next = bytes.get(at++);
        value |= (next & (MORE - 1)) << shift;
      }
      return value;
    }

    int signed() {
      int value = unsigned();
      return value >>> 1 ^ -(value & 1);
    }

    /** How many ints the next bytes hold. */
    int count(int byteCount) {
      int count = 0;
      for (int i = at; i < at + byteCount; i++) {
        if (bytes.get(i) >= 0) {
          count++;
        }
      }
      return count;
    }
  }
}
