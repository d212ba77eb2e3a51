package org.gfpaudit.grammar.segment;

import java.nio.IntBuffer;
import java.util.function.IntConsumer;

/**
 * Names that stand as plain values, by their hash: most are locals, so they are no names of the
 * segment. Grouped by the top bits of the hash.
 *
 * @param starts where each group starts, and at the end the number of all; a power of two and one
 * @param hashes the hash of each name
 * @param entities the entity it stands in; within a group they ascend
 */
public record Arguments(IntBuffer starts, IntBuffer hashes, IntBuffer entities) {
  private static final int MOST_BITS = 16;

  /** About how many members a group has; looking through them costs less than smaller groups. */
  private static final int GROUP_SIZE = 16;

  /** Tells a field that is read from a plain name. */
  private static final int FIELD = 0x5bd1e995;

  /** The hash of a field that stands as a value, where {@code hash} is that of its name. */
  public static int ofField(int hash) {
    return hash ^ FIELD;
  }

  /**
   * Groups what was found.
   *
   * @param firstOfEntity where the hashes of each entity start
   * @param found the hashes of all entities, in their order; as long as {@code foundCount} or
   *     longer
   */
  public static Arguments of(int[] firstOfEntity, int entityCount, int[] found, int foundCount) {
    int bits = bitsFor(foundCount);
    int[] next = new int[(1 << bits) + 1];
    for (int i = 0; i < foundCount; i++) {
      next[group(found[i], bits) + 1]++;
    }
    for (int g = 0; g < 1 << bits; g++) {
      next[g + 1] += next[g];
    }
    int[] hashes = new int[foundCount];
    int[] entities = new int[foundCount];
    for (int entity = 0; entity < entityCount; entity++) {
      int end = entity + 1 < entityCount ? firstOfEntity[entity + 1] : foundCount;
      for (int i = firstOfEntity[entity]; i < end; i++) {
        int place = next[group(found[i], bits)]++;
        hashes[place] = found[i];
        entities[place] = entity;
      }
    }
    System.arraycopy(next, 0, next, 1, next.length - 1);
    next[0] = 0;
    return new Arguments(IntBuffer.wrap(next), IntBuffer.wrap(hashes), IntBuffer.wrap(entities));
  }

  private static int bitsFor(int count) {
    int bits = 0;
    while (bits < MOST_BITS && count >> bits > GROUP_SIZE) {
      bits++;
    }
    return bits;
  }

  /** Shifting an int by 32 would leave it as it is. */
  private static int group(int hash, int bits) {
    return bits == 0 ? 0 : hash >>> (Integer.SIZE - bits);
  }

  /**
   * Adds to {@code found} the entities in which a name of that hash stands, each once, in order.
   */
  void collect(int hash, IntConsumer found) {
    int bits = Integer.numberOfTrailingZeros(starts.limit() - 1);
    int group = group(hash, bits);
    int last = -1;
    for (int i = starts.get(group); i < starts.get(group + 1); i++) {
      if (hashes.get(i) == hash && entities.get(i) != last) {
        last = entities.get(i);
        found.accept(last);
      }
    }
  }
}
