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
 * @param groups names are found in groups by the highest bits of their {@link #hash}: where each
 *     group starts, and at the end the number of all; a power of two and one
 * @param members the names of all groups: a name's number in as many bits as the largest needs, and
 *     above it the lowest bits of its hash
 */
public record Names(ByteBuffer pool, PackedInts starts, PackedInts groups, IntBuffer members) {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** A group has from 4 to 8 names, as an average. */
  private static final int GROUP_SIZE_BITS = 3;

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
   * The names in a pool.
   *
   * @param starts where each starts in it, and at the end where the last one ends
   * @param hashes of each name; may be longer than {@code count}
   */
  static Names of(ByteBuffer pool, int[] starts, int[] hashes, int count) {
    int groupBits = groupBitsFor(count);
    int[] next = new int[(1 << groupBits) + 1];
    for (int name = 0; name < count; name++) {
      next[group(hashes[name], groupBits) + 1]++;
    }
    for (int group = 0; group < 1 << groupBits; group++) {
      next[group + 1] += next[group];
    }
    PackedInts groups = PackedInts.of(next.length, i -> next[i]);
    int numberBits = numberBits(count);
    int[] members = new int[count];
    for (int name = 0; name < count; name++) {
      members[next[group(hashes[name], groupBits)]++] = (hashes[name] << numberBits) | name;
    }
    return new Names(
        pool, PackedInts.of(count + 1, i -> starts[i]), groups, IntBuffer.wrap(members));
  }

  private static int groupBitsFor(int count) {
    return Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(count) - GROUP_SIZE_BITS);
  }

  /** Shifting an int by 32 would leave it as it is. */
  private static int group(int hash, int bits) {
    return bits == 0 ? 0 : hash >>> (Integer.SIZE - bits);
  }

  /** As many bits as the number of a name takes, of {@code count} names. */
  private static int numberBits(int count) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, count - 1));
  }

  int count() {
    return starts.count() - 1;
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
    int group = group(hash, Integer.numberOfTrailingZeros(groups.count() - 1));
    int numberBits = numberBits(count());
    int last = groups.get(group + 1);
    for (int i = groups.get(group); i < last; i++) {
      int member = members.get(i);
      int number = member & ((1 << numberBits) - 1);
      if ((member ^ (hash << numberBits)) >>> numberBits == 0 && is(number, name)) {
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
