package org.gfpaudit.grammar.segment;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Names that stand as plain values, by their hash: most are locals, so they are no names of the
 * segment.
 *
 * @param hashes the hashes, each once, ascending as ints without a sign
 * @param entities for each hash the entities that such a name stands in, in order, each once
 */
public record Arguments(PackedInts hashes, Rows entities) {
  private static final int MOST_BITS = 18;

  /** About how many members a group has while they are sorted. */
  private static final int GROUP_SIZE = 16;

  /** Tells a field that is read from a plain name. */
  private static final int FIELD = 0x5bd1e995;

  /** The hash of a field that stands as a value, where {@code hash} is that of its name. */
  public static int ofField(int hash) {
    return hash ^ FIELD;
  }

  /**
   * Sorts what was found.
   *
   * @param firstOfEntity where the hashes of each entity start
   * @param found the hashes of all entities, in their order; as long as {@code foundCount} or
   *     longer
   */
  public static Arguments of(int[] firstOfEntity, int entityCount, int[] found, int foundCount) {
    long[] pairs = sorted(firstOfEntity, entityCount, found, foundCount);
    int hashCount = 0;
    for (int i = 0; i < foundCount; i++) {
      hashCount += i == 0 || hash(pairs[i]) != hash(pairs[i - 1]) ? 1 : 0;
    }
    int[] hashes = new int[hashCount];
    Rows.Packer entities = new Rows.Packer(hashCount, hashCount, true);
    int row = -1;
    for (int i = 0; i < foundCount; i++) {
      if (i > 0 && pairs[i] == pairs[i - 1]) {
        continue;
      }
      if (i == 0 || hash(pairs[i]) != hash(pairs[i - 1])) {
        hashes[++row] = hash(pairs[i]);
      }
      entities.add(row, (int) pairs[i]);
    }
    return new Arguments(PackedInts.of(hashCount, i -> hashes[i]), entities.rows());
  }

  /** A hash above and an entity below; pairs are in the order of hashes without a sign. */
  private static long pair(int hash, int entity) {
    return (long) (hash ^ Integer.MIN_VALUE) << Integer.SIZE | entity;
  }

  private static int hash(long pair) {
    return (int) (pair >> Integer.SIZE) ^ Integer.MIN_VALUE;
  }

  /** All pairs, ascending; first by groups, then each group by itself. */
  private static long[] sorted(int[] firstOfEntity, int entityCount, int[] found, int foundCount) {
    int bits = bitsFor(foundCount);
    int[] next = new int[(1 << bits) + 1];
    for (int i = 0; i < foundCount; i++) {
      next[group(found[i], bits) + 1]++;
    }
    for (int g = 0; g < 1 << bits; g++) {
      next[g + 1] += next[g];
    }
    long[] pairs = new long[foundCount];
    for (int entity = 0; entity < entityCount; entity++) {
      int end = entity + 1 < entityCount ? firstOfEntity[entity + 1] : foundCount;
      for (int i = firstOfEntity[entity]; i < end; i++) {
        pairs[next[group(found[i], bits)]++] = pair(found[i], entity);
      }
    }
    int from = 0;
    for (int g = 0; g < 1 << bits; g++) {
      Arrays.sort(pairs, from, next[g]);
      from = next[g];
    }
    return pairs;
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

  /** Hands the entities in which a name of that hash stands to {@code found}, in order. */
  void collect(int hash, IntConsumer found) {
    int low = 0;
    int high = hashes.count() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Integer.compareUnsigned(hashes.get(middle), hash);
      if (order == 0) {
        for (int entity : entities.row(middle)) {
          found.accept(entity);
        }
        return;
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
  }
}
