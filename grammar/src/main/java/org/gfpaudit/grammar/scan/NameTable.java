package org.gfpaudit.grammar.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.gfpaudit.grammar.segment.Names;
import org.gfpaudit.grammar.segment.Segment;

/**
 * Names by number, numbered in the order in which they come. The bytes of all names lie in one
 * array; an open-addressing table of hashes leads to them, and bytes are compared on every hit.
 */
final class NameTable {
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
    int slotCount = 16;
    while (slotCount * 3L < capacity * 4L) {
      slotCount *= 2;
    }
    pool = new byte[capacity * 21 + ReadBuffer.SLACK];
    starts = new int[capacity + 1];
    hashes = new int[capacity];
    slots = new long[slotCount];
    mask = slotCount - 1;
  }

  int size() {
    return size;
  }

  int intern(byte[] bytes, int from, int to) {
    return intern(bytes, from, to, Names.hash(bytes, from, to));
  }

  int intern(byte[] bytes, int from, int to, int hash) {
    int slot = slotOf(bytes, from, to, hash);
    int entry = (int) slots[slot];
    return entry != 0 ? entry - 1 : add(bytes, from, to, hash, slot);
  }

  /** The number of a name, or -1. */
  int find(byte[] bytes, int from, int to) {
    return (int) slots[slotOf(bytes, from, to, Names.hash(bytes, from, to))] - 1;
  }

  /** The slot that holds a name, or the empty one where it belongs. */
  private int slotOf(byte[] bytes, int from, int to, int hash) {
    long[] table = slots;
    int slot = hash & mask;
    while (true) {
      long entry = table[slot];
      if (entry == 0
          || ((int) (entry >>> 32) == hash && isName((int) entry - 1, bytes, from, to))) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
  }

  int intern(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return intern(Arrays.copyOf(bytes, bytes.length + ReadBuffer.SLACK), 0, bytes.length);
  }

  /** These names as those of a segment; none can be added afterwards. */
  Names toNames() {
    slots = new long[0];
    Names packed = Segment.names(pool, poolSize, starts, hashes, size);
    starts = new int[0];
    hashes = new int[0];
    return packed;
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
    if (size * 4L > slots.length * 3L) {
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
