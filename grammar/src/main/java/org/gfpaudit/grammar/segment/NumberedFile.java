package org.gfpaudit.grammar.segment;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The entities of a file with their numbers in an index. */
final class NumberedFile {
  private static final NavigableSet<Integer> NONE = Collections.emptyNavigableSet();

  private final FileEntities entities;
  private final int[] numbers;

  /** The definitions, by their numbers. */
  private final Map<Integer, Definition> definitions = new HashMap<>();

  /**
   * @param numbers of all entities, ascending
   */
  NumberedFile(FileEntities entities, int[] numbers) {
    this.entities = entities;
    this.numbers = numbers;
    List<Definition> all = Definition.all(entities);
    for (int i = 0; i < numbers.length; i++) {
      definitions.put(numbers[i], all.get(i));
    }
  }

  /** A definition, but for where it stands and what it says. */
  private record Definition(String name, int flags, String condition) {
    static List<Definition> all(FileEntities entities) {
      return IntStream.range(0, entities.count())
          .mapToObj(i -> new Definition(entities.name(i), entities.flags(i), entities.condition(i)))
          .toList();
    }
  }

  FileContent content() {
    return new FileContent(entities.segment(), entities.slot());
  }

  /** Whether a number is that of the same definition in both. */
  boolean isSame(int number, NumberedFile other) {
    Definition definition = definitions.get(number);
    return definition != null && definition.equals(other.definitions.get(number));
  }

  /** Whether both have the same definitions with the same numbers. */
  boolean definesTheSame(NumberedFile other) {
    return definitions.equals(other.definitions);
  }

  Segment segment() {
    return entities.segment();
  }

  /** Whether it has no entities. */
  boolean isEmpty() {
    return numbers.length == 0;
  }

  /** The number in the segment of the first entity. */
  int firstLocal() {
    return entities.firstLocal();
  }

  /** Whether an entity is in this file, by its number in the segment. */
  boolean has(int local) {
    int ordinal = local - firstLocal();
    return ordinal >= 0 && ordinal < numbers.length;
  }

  /** An entity with all that it is known by: its number may be that of another one later. */
  private record Known(int number, Definition definition) {}

  /** All that one of its entities is known by, as what is equal where that is the same. */
  Object known(int local) {
    int number = numbers[local - firstLocal()];
    return new Known(number, Objects.requireNonNull(definitions.get(number)));
  }

  /**
   * Numbers for what the file defines now: the same definitions keep theirs, as far as they are in
   * the same order, and the others get some in between; or all get others, where there are too few
   * in between. Empty where there are too few for all.
   *
   * @param from the first number that may be given
   * @param to the first behind them
   */
  Optional<int[]> numbersFor(FileEntities now, int from, int to) {
    List<Definition> later = Definition.all(now);
    int[] known = new int[later.size()]; // the number, or one less than the least
    Arrays.fill(known, from - 1);
    int fewer = Math.min(known.length, numbers.length);
    int start = 0;
    while (start < fewer && isOf(numbers[start], later.get(start))) {
      known[start] = numbers[start];
      start++;
    }
    int end = 0; // from behind
    while (end < fewer - start
        && isOf(numbers[numbers.length - 1 - end], later.get(known.length - 1 - end))) {
      known[known.length - 1 - end] = numbers[numbers.length - 1 - end];
      end++;
    }
    // In between each takes the next that is like it.
    Map<Definition, NavigableSet<Integer>> between = new HashMap<>();
    for (int number : Arrays.copyOfRange(numbers, start, numbers.length - end)) {
      between.computeIfAbsent(definitions.get(number), d -> new TreeSet<>()).add(number);
    }
    int last = from - 1;
    for (int i = start; i < known.length - end; i++) {
      Integer next = between.getOrDefault(later.get(i), NONE).higher(last);
      if (next != null) {
        known[i] = next;
        last = next;
      }
    }
    return FreeNumbers.filled(known, from, to).or(() -> anyNumbers(now, from, to));
  }

  /** Numbers for what a file defines; as {@link #numbersFor}. */
  static Optional<int[]> anyNumbers(FileEntities now, int from, int to) {
    int[] none = new int[now.count()];
    Arrays.fill(none, from - 1);
    return FreeNumbers.filled(none, from, to);
  }

  private boolean isOf(int number, Definition definition) {
    return definition.equals(definitions.get(number));
  }
}
