package org.gfpaudit.grammar.segment;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of the entities of a tree, which ascend in the order of files and of entities in
 * them. Between them may be numbers that no entity has: room for more in a later index, in which
 * all others keep theirs. A <em>file</em> is given by its place among all, from 0, and an
 * <em>ordinal</em> is the place of an entity among those of its file, from 0.
 */
final class EntityNumbers {
  /** Every 64th number has its file written down. */
  private static final int HINT_BITS = 6;

  /** At first each entity has the last of {@code 1 << spacingBits} numbers. */
  private final int spacingBits;

  /** Where the numbers of each file begin, and at the end one more than the last of all. */
  private final int[] first;

  private final int[] counts;

  /** The numbers of the entities of files that defined something else at first. */
  private final Map<Integer, int[]> others;

  private final int[] fileHints;

  private EntityNumbers(int spacingBits, int[] first, int[] counts, Map<Integer, int[]> others) {
    this.spacingBits = spacingBits;
    this.first = first;
    this.counts = counts;
    this.others = others;
    fileHints = new int[(bound() >> HINT_BITS) + 1];
    int file = 0;
    for (int hint = 0; hint < fileHints.length; hint++) {
      while (file < counts.length && first[file + 1] <= hint << HINT_BITS) {
        file++;
      }
      fileHints[hint] = file;
    }
  }

  /**
   * Numbers for files that have so many entities.
   *
   * @param spacingBits each entity has the last of {@code 1 << spacingBits} numbers
   * @param room how many numbers are free behind those of each file
   */
  static EntityNumbers of(int[] counts, int spacingBits, int room) {
    int[] first = new int[counts.length + 1];
    for (int file = 0; file < counts.length; file++) {
      first[file + 1] = first[file] + (counts[file] << spacingBits) + room;
    }
    return new EntityNumbers(spacingBits, first, counts, Map.of());
  }

  /**
   * The same numbers, but for some files.
   *
   * @param numbers of the entities of these
   */
  EntityNumbers with(Map<Integer, int[]> numbers) {
    int[] otherCounts = counts.clone();
    numbers.forEach((file, its) -> otherCounts[file] = its.length);
    Map<Integer, int[]> all = new TreeMap<>(others);
    all.putAll(numbers);
    return new EntityNumbers(spacingBits, first, otherCounts, all);
  }

  /** Whether the numbers of each file begin where they do. */
  boolean isLike(EntityNumbers other) {
    return Arrays.equals(first, other.first);
  }

  /** How many entities there are. */
  int count() {
    return Arrays.stream(counts).sum();
  }

  /** One more than the largest number that an entity may have. */
  int bound() {
    return first[counts.length];
  }

  /** The least number that an entity of a file may have; of the file behind the last, the bound. */
  int first(int file) {
    return first[file];
  }

  /** The file of an entity. */
  int fileOf(int number) {
    int file = fileHints[number >> HINT_BITS];
    while (first[file + 1] <= number) {
      file++;
    }
    return file;
  }

  int number(int file, int ordinal) {
    int[] its = numbersOf(file);
    return its == null ? first[file] + ((ordinal + 1) << spacingBits) - 1 : its[ordinal];
  }

  /** The ordinal of an entity of a file. */
  int ordinal(int file, int number) {
    int[] its = numbersOf(file);
    return its == null ? (number - first[file]) >> spacingBits : Arrays.binarySearch(its, number);
  }

  private int @Nullable [] numbersOf(int file) {
    return others.isEmpty() ? null : others.get(file);
  }

  /** The numbers of the entities of a file, ascending. */
  IntStream of(int file) {
    return IntStream.range(0, counts[file]).map(ordinal -> number(file, ordinal));
  }
}
