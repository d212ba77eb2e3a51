package org.gfpaudit.grammar.segment;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of the entities of a tree, which ascend in the order of files and of entities in
 * them. Between them may be numbers that no entity has: room for more in a later index, in which
 * all others keep theirs. A <em>file</em> is given by its number, which can be one that no file
 * has, and an <em>ordinal</em> is the place of an entity among those of its file, from 0.
 */
final class EntityNumbers {
  /** Every 64th number has its file written down. */
  private static final int HINT_BITS = 6;

  /** At first each entity has the last of {@code 1 << spacingBits} numbers. */
  private final int spacingBits;

  /** What those have in common of which one was made from the other. */
  private final Object lineage;

  /** Where the numbers of each file begin, and at the end one more than the last of all. */
  private final int[] first;

  private final int[] counts;

  /** The numbers of the entities of files that defined something else at first. */
  private final Map<Integer, int[]> others;

  private final int[] fileHints;

  private EntityNumbers(
      int spacingBits, Object lineage, int[] first, int[] counts, Map<Integer, int[]> others) {
    this.spacingBits = spacingBits;
    this.lineage = lineage;
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
   * Numbers for the entities of some files.
   *
   * @param room how much is kept free
   */
  static EntityNumbers of(ScannedFiles files, Room room) {
    int[] counts = files.counts();
    int[] first = new int[counts.length + 1];
    for (int file = 0; file < counts.length; file++) {
      int width =
          files.numbers().isUsed(file)
              ? room.of(counts[file])
              : file == 0 || files.numbers().isUsed(file - 1) ? room.between() : 0;
      first[file + 1] = first[file] + width;
    }
    return new EntityNumbers(room.spacingBits(), new Object(), first, counts, Map.of());
  }

  /**
   * How much is kept free for entities to come.
   *
   * @param spacingBits each entity has the last of {@code 1 << spacingBits} numbers
   * @param behind how many numbers are free behind those of each file
   * @param between how many numbers are free where there are numbers for more files
   */
  record Room(int spacingBits, int behind, int between) {
    int of(int count) {
      return (count << spacingBits) + behind;
    }
  }

  /**
   * The same numbers, with room for files that had no number. Empty where there is not enough of
   * it.
   *
   * @param before the numbers of files that this was made for
   * @param counts how many entities each of the others has, by its number, which is between those
   */
  Optional<EntityNumbers> with(FileNumbers before, Map<Integer, Integer> counts, Room room) {
    int[] parted = first.clone();
    int from = 0;
    while (from < before.bound()) {
      int to = from;
      while (to < before.bound() && !before.isUsed(to)) {
        to++;
      }
      if (!part(parted, from, to, counts, room)) {
        return Optional.empty();
      }
      from = to + 1;
    }
    return Optional.of(new EntityNumbers(spacingBits, lineage, parted, this.counts, others));
  }

  /** Parts what is free from one file on to another among the files that are in between now. */
  private boolean part(int[] parted, int from, int to, Map<Integer, Integer> counts, Room wanted) {
    List<Integer> files = IntStream.range(from, to).boxed().filter(counts::containsKey).toList();
    if (files.isEmpty()) {
      return true;
    }
    int free = first[to] - first[from];
    Room room = wanted;
    int needed = files.stream().mapToInt(file -> wanted.of(counts.getOrDefault(file, 0))).sum();
    if (needed > free) {
      room = new Room(0, 0, 0);
      needed = files.stream().mapToInt(file -> counts.getOrDefault(file, 0)).sum();
    }
    if (needed > free) {
      return false;
    }
    int share = (free - needed) / (files.size() + 1);
    int at = first[from];
    boolean isShared = false; // what is free behind the file before
    for (int file = from; file < to; file++) {
      parted[file] = at;
      if (counts.containsKey(file)) {
        at += room.of(counts.getOrDefault(file, 0));
        isShared = false;
      } else if (!isShared) {
        at += share;
        isShared = true;
      }
    }
    return true;
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
    return new EntityNumbers(spacingBits, lineage, first, otherCounts, all);
  }

  /** Whether one was made from the other, or both from a third. */
  @SuppressWarnings("ReferenceEquality") // That is what it is for.
  boolean isLike(EntityNumbers other) {
    return lineage == other.lineage;
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
