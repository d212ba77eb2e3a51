package org.gfpaudit.grammar.scan;

/** Finds the function names that have a hash; several may. */
final class FunctionHashes {
  /** One bit for the top bits of each hash: most names asked for are no function's. */
  private final long[] seen = new long[1 << 17];

  /** Name plus one, 0 where empty. */
  private final int[] slots;

  private final int mask;
  private final NameTable names;

  FunctionHashes(NameTable names, int capacity) {
    this.names = names;
    slots = new int[Math.max(16, Integer.highestOneBit(capacity) * 4)];
    mask = slots.length - 1;
  }

  void add(int name) {
    int hash = names.hashOf(name);
    int slot = hash & mask;
    for (; slots[slot] != 0; slot = (slot + 1) & mask) {
      if (slots[slot] == name + 1) {
        return;
      }
    }
    slots[slot] = name + 1;
    seen[hash >>> 15] |= 1L << (hash >>> 9);
  }

  /** Adds the names that have a hash to a list. */
  void collect(int hash, IntList found) {
    if ((seen[hash >>> 15] >>> (hash >>> 9) & 1) == 0) {
      return;
    }
    for (int slot = hash & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
      if (names.hashOf(slots[slot] - 1) == hash) {
        found.add(slots[slot] - 1);
      }
    }
  }
}
