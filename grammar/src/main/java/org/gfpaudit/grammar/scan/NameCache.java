package org.gfpaudit.grammar.scan;

import java.util.Arrays;
import org.gfpaudit.grammar.segment.Names;

/**
 * The names last seen in the current file, in front of the table of all names. A name is compared
 * with its last occurrence in the same file, whose bytes are still in the processor's cache; those
 * of the table seldom are.
 */
final class NameCache {
  private static final int SLOTS = 1 << 11;

  private final NameTable names;

  /** The hash above, the number plus one below. */
  private final long[] entries = new long[SLOTS];

  private final int[] offsets = new int[SLOTS];
  private boolean isEmpty = true;

  NameCache(NameTable names) {
    this.names = names;
  }

  /** Forgets what it knows of the file before. */
  void nextFile() {
    // Most headers have no code and so look no names up: then there is nothing to forget.
    if (!isEmpty) {
      Arrays.fill(entries, 0);
      isEmpty = true;
    }
  }

  /** The number of the name in a range of the current file. */
  int intern(byte[] bytes, int from, int to) {
    return intern(bytes, from, to, Names.hash(bytes, from, to));
  }

  /** As {@link #intern(byte[], int, int)}, where the hash is known. */
  int intern(byte[] bytes, int from, int to, int hash) {
    int slot = hash >>> 21;
    long entry = entries[slot];
    int before = offsets[slot];
    if (entry != 0
        && (int) (entry >>> 32) == hash
        && !ByteRanges.differ(bytes, before, bytes, from, to - from)
        && ByteClass.WORDS[bytes[before + to - from] & 0xff] == 0) {
      return (int) entry - 1;
    }
    int name = names.intern(bytes, from, to, hash);
    entries[slot] = (long) hash << 32 | name + 1;
    offsets[slot] = from;
    isEmpty = false;
    return name;
  }
}
