package org.gfpaudit.grammar.segment;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The files of a tree by their numbers, each with where it is in which segment. */
final class ScannedFiles {
  private static final int NOT_THERE = -1;

  private final FileNumbers numbers;
  private final String[] sorted;
  private final int[] numbersOfSorted;

  /** For each number the place of its file among all, or {@link #NOT_THERE}. */
  private final int[] places;

  private final @Nullable Segment[] segments;
  private final int[] slots;

  /**
   * @param numbers in which each path has one
   * @param sorted the paths
   * @param segments for each path the segment that its file is in, or null
   * @param slots for each path its slot there
   */
  ScannedFiles(FileNumbers numbers, String[] sorted, @Nullable Segment[] segments, int[] slots) {
    this.numbers = numbers;
    this.sorted = sorted;
    this.segments = segments;
    this.slots = slots;
    numbersOfSorted = numbers.of(sorted);
    places = new int[numbers.bound()];
    Arrays.fill(places, NOT_THERE);
    for (int place = 0; place < sorted.length; place++) {
      places[numbersOfSorted[place]] = place;
    }
  }

  /** The same files with other numbers. */
  ScannedFiles with(FileNumbers others) {
    return new ScannedFiles(others, sorted, segments, slots);
  }

  FileNumbers numbers() {
    return numbers;
  }

  /** The paths of all, sorted. */
  String[] paths() {
    return sorted;
  }

  /** The numbers of all, ascending. */
  IntStream all() {
    return Arrays.stream(numbersOfSorted);
  }

  /** The number of the file of that path, or a negative one. */
  int find(String path) {
    int place = Arrays.binarySearch(sorted, path);
    return place < 0 ? place : numbersOfSorted[place];
  }

  /** The number of the file at a place among all. */
  int number(int place) {
    return numbersOfSorted[place];
  }

  /** Whether a number is that of a file that the tree has. */
  boolean isThere(int file) {
    return places[file] != NOT_THERE;
  }

  /**
   * Whether a file is where it is in {@code other}, then it has the same content; or in neither.
   */
  @SuppressWarnings("ReferenceEquality") // Nothing else tells segments apart so fast.
  boolean isSame(int file, ScannedFiles other) {
    if (!isThere(file) || !other.isThere(file)) {
      return isThere(file) == other.isThere(file);
    }
    int place = places[file];
    int otherPlace = other.places[file];
    return segments[place] == other.segments[otherPlace] && slots[place] == other.slots[otherPlace];
  }

  /** What a file defines; empty where it is not there, or could not be read. */
  Optional<FileEntities> entities(int file) {
    int place = places[file];
    return place == NOT_THERE
        ? Optional.empty()
        : Optional.ofNullable(segments[place]).map(s -> new FileEntities(s, slots[place]));
  }

  /** How many entities the file of each number has. */
  int[] counts() {
    int[] counts = new int[places.length];
    for (int place = 0; place < sorted.length; place++) {
      @Nullable Segment segment = segments[place];
      counts[numbersOfSorted[place]] = segment == null ? 0 : segment.entityCountOf(slots[place]);
    }
    return counts;
  }
}
