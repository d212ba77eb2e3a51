package org.gfpaudit.grammar.segment;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The names of a segment by number.
 *
 * @param pool the bytes of all names, one after another
 * @param starts where each name starts in the pool, and at the end where the last one ends
 * @param hashes the {@link #hash} of each name
 * @param slots an open-addressing table of a power of two: a name's number plus one, 0 where empty
 */
public record Names(ByteBuffer pool, IntBuffer starts, IntBuffer hashes, IntBuffer slots) {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  /** {@link #hash} may look at this many bytes behind a name. */
  public static final int SLACK = 8;

  /** The hash of a name; at least {@link #SLACK} readable bytes must follow it. */
  public static int hash(byte[] bytes, int from, int to) {
    long h = (long) to - from;
    int i = from;
    for (; i + 8 <= to; i += 8) {
      h = (h ^ (long) LONG.get(bytes, i)) * MULTIPLIER;
      h ^= h >>> 32;
    }
    if (i < to) {
      long tail = (long) LONG.get(bytes, i) & -1L >>> (64 - ((to - i) << 3));
      h = (h ^ tail) * MULTIPLIER;
      h ^= h >>> 32;
    }
    h *= MULTIPLIER;
    return (int) (h >>> 32);
  }

  /** The hash of a name. */
  static int hash(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return hash(Arrays.copyOf(bytes, bytes.length + SLACK), 0, bytes.length);
  }

  /**
   * The table over names with these hashes.
   *
   * @param hashes may be longer than {@code count}
   */
  static IntBuffer table(int[] hashes, int count) {
    int[] slots = new int[Math.max(4, Integer.highestOneBit(Math.max(1, count)) * 4)];
    int mask = slots.length - 1;
    for (int name = 0; name < count; name++) {
      int slot = hashes[name] & mask;
      while (slots[slot] != 0) {
        slot = slot + 1 & mask;
      }
      slots[slot] = name + 1;
    }
    return IntBuffer.wrap(slots);
  }

  int count() {
    return hashes.limit();
  }

  String name(int number) {
    byte[] bytes = new byte[starts.get(number + 1) - starts.get(number)];
    pool.get(starts.get(number), bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /**
   * The number of a name, or -1.
   *
   * @param hash the name's
   */
  int find(byte[] name, int hash) {
    int mask = slots.limit() - 1;
    for (int slot = hash & mask; slots.get(slot) != 0; slot = slot + 1 & mask) {
      int number = slots.get(slot) - 1;
      if (hashes.get(number) == hash && is(number, name)) {
        return number;
      }
    }
    return -1;
  }

  private boolean is(int number, byte[] name) {
    int start = starts.get(number);
    if (starts.get(number + 1) - start != name.length) {
      return false;
    }
    for (int i = 0; i < name.length; i++) {
      if (pool.get(start + i) != name[i]) {
        return false;
      }
    }
    return true;
  }
}
