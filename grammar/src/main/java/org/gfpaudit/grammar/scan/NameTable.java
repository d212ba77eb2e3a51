package org.gfpaudit.grammar.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Names by number, numbered in the order in which they come. The bytes of all names lie in one
 * array; an open-addressing table of hashes leads to them, and bytes are compared on every hit.
 */
final class NameTable {
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private byte[] pool;
  private int poolSize;

  /** Where a name starts in the pool; the next name's start is its end. */
  private int[] starts;

  private int[] hashes;
  private int size;

  /** The hash above, the number plus one below; 0 where empty. */
  private long[] slots;

  private int mask;

  NameTable(int capacity) {
    int slotCount = Math.max(16, Integer.highestOneBit(capacity) * 4);
    pool = new byte[capacity * 16 + ReadBuffer.SLACK];
    starts = new int[capacity + 1];
    hashes = new int[capacity];
    slots = new long[slotCount];
    mask = slotCount - 1;
  }

  int size() {
    return size;
  }

  int hashOf(int name) {
    return hashes[name];
  }

  /** The hash of a name; at least eight readable bytes must follow it. */
  static int hash(byte[] bytes, int from, int to) {
    long h = to - from;
    int i = from;
    for (; i + 8 <= to; i += 8) {
      h = (h ^ Text.load(bytes, i)) * MULTIPLIER;
      h ^= h >>> 32;
    }
    if (i < to) {
      long tail = Text.load(bytes, i) & -1L >>> (64 - ((to - i) << 3));
      h = (h ^ tail) * MULTIPLIER;
      h ^= h >>> 32;
    }
    h *= MULTIPLIER;
    return (int) (h >>> 32);
  }

  int intern(byte[] bytes, int from, int to) {
    return intern(bytes, from, to, hash(bytes, from, to));
  }

  int intern(byte[] bytes, int from, int to, int hash) {
    int slot = slotOf(bytes, from, to, hash);
    int entry = (int) slots[slot];
    return entry != 0 ? entry - 1 : add(bytes, from, to, hash, slot);
  }

  /** The number of a name, or -1. */
  int find(byte[] bytes, int from, int to) {
    return (int) slots[slotOf(bytes, from, to, hash(bytes, from, to))] - 1;
  }

  /** The slot that holds a name, or the empty one where it belongs. */
  private int slotOf(byte[] bytes, int from, int to, int hash) {
    long[] table = slots;
    int slot = hash & mask;
    while (true) {
      long entry = table[slot];
      if (entry == 0 || (int) (entry >>> 32) == hash && isName((int) entry - 1, bytes, from, to)) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
  }

  int find(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return find(Arrays.copyOf(bytes, bytes.length + ReadBuffer.SLACK), 0, bytes.length);
  }

  int intern(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return intern(Arrays.copyOf(bytes, bytes.length + ReadBuffer.SLACK), 0, bytes.length);
  }

  /** The number of a name of another table, which becomes a name of this one. */
  int internFrom(NameTable other, int name) {
    return intern(other.pool, other.starts[name], other.starts[name + 1], other.hashes[name]);
  }

  String name(int name) {
    return new String(pool, starts[name], starts[name + 1] - starts[name], StandardCharsets.UTF_8);
  }

  /** Gives back what was allocated ahead. */
  void trim() {
    pool = Arrays.copyOf(pool, poolSize + ReadBuffer.SLACK);
    starts = Arrays.copyOf(starts, size + 1);
    hashes = Arrays.copyOf(hashes, size);
    if (slots.length > 16 && size * 4L < slots.length * 3L / 2) {
      rehash(slots.length / 2);
    }
  }

  private boolean isName(int name, byte[] bytes, int from, int to) {
    int start = starts[name];
    int length = to - from;
    return starts[name + 1] - start == length
        && !ByteRanges.differ(pool, start, bytes, from, length);
  }

  private int add(byte[] bytes, int from, int to, int hash, int slot) {
    int length = to - from;
    if (poolSize + length + ReadBuffer.SLACK > pool.length) {
      pool = Arrays.copyOf(pool, Math.max(pool.length * 2, poolSize + length + ReadBuffer.SLACK));
    }
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
      starts = Arrays.copyOf(starts, size * 2 + 1);
    }
    System.arraycopy(bytes, from, pool, poolSize, length);
    poolSize += length;
    hashes[size] = hash;
    slots[slot] = entry(hash, size++);
    starts[size] = poolSize;
    if (size * 2 > slots.length) {
      rehash(slots.length * 2);
    }
    return size - 1;
  }

  private static long entry(int hash, int name) {
    return (long) hash << 32 | name + 1;
  }

  private void rehash(int slotCount) {
    slots = new long[slotCount];
    mask = slots.length - 1;
    for (int name = 0; name < size; name++) {
      int slot = hashes[name] & mask;
      while (slots[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = entry(hashes[name], name);
    }
  }
}
