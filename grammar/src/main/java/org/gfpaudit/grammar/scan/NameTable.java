package org.gfpaudit.grammar.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.gfpaudit.grammar.segment.Names;
import org.gfpaudit.grammar.segment.Segment;

/**
 * Names by number, numbered in the order in which they come. The bytes of all names lie in one
 * array; an open-addressing table of hashes leads to them, and bytes are compared on every hit.
 *
 * <p>The table of a kernel is larger than the processor's caches. In front of it stand the names
 * that came last, one for each value of the highest bits of the hash: files of one directory have
 * most of their names in common.
 */
final class NameTable {
  private static final int RECENT_BITS = 15;
  private static final int RECENT_SHIFT = Integer.SIZE - RECENT_BITS;

  private byte[] pool;
  private int poolSize;

  /** Where a name starts in the pool; the next name's start is its end. */
  private int[] starts;

  private int[] hashes;
  private int size;

  /** In the bits of {@link #mask} the number plus one, above it those of the hash; 0 if empty. */
  private int[] slots;

  /** The bits of a hash that say where it belongs. */
  private int mask;

  /** The hash above, the number plus one below. */
  private final long[] recent = new long[1 << RECENT_BITS];

  NameTable(int capacity) {
    int slotCount = 16;
    while (slotCount * 3L < capacity * 4L) {
      slotCount *= 2;
    }
    pool = new byte[capacity * 21 + ReadBuffer.SLACK];
    starts = new int[capacity + 1];
    hashes = new int[capacity];
    slots = new int[slotCount];
    mask = slotCount - 1;
  }

  int size() {
    return size;
  }

  int intern(byte[] bytes, int from, int to) {
    return intern(bytes, from, to, Names.hash(bytes, from, to));
  }

  int intern(byte[] bytes, int from, int to, int hash) {
    long last = recent[hash >>> RECENT_SHIFT];
    if (last != 0 && (int) (last >>> 32) == hash && isName((int) last - 1, bytes, from, to)) {
      return (int) last - 1;
    }
    int slot = slotOf(bytes, from, to, hash);
    int entry = slots[slot];
    int name = entry != 0 ? number(entry) : add(bytes, from, to, hash, slot);
    recent[hash >>> RECENT_SHIFT] = (long) hash << Integer.SIZE | name + 1;
    return name;
  }

  /** The number of a name, or -1. */
  int find(byte[] bytes, int from, int to) {
    return number(slots[slotOf(bytes, from, to, Names.hash(bytes, from, to))]);
  }

  /** The slot that holds a name, or the empty one where it belongs. */
  private int slotOf(byte[] bytes, int from, int to, int hash) {
    int[] table = slots;
    int slot = hash & mask;
    while (true) {
      int entry = table[slot];
      if (entry == 0 || (((entry ^ hash) & ~mask) == 0 && isName(number(entry), bytes, from, to))) {
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
    slots = new int[0];
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

  /** There are fewer names than slots, so that a number and one have room in the mask. */
  private int entry(int hash, int name) {
    return (hash & ~mask) | (name + 1);
  }

  /** The number of the name in a slot; -1 where it is empty. */
  private int number(int entry) {
    return (entry & mask) - 1;
  }

  private void rehash(int slotCount) {
    slots = new int[slotCount];
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
