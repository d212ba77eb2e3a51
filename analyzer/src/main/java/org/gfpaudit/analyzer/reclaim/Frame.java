package org.gfpaudit.analyzer.reclaim;

import java.util.Map;
import java.util.Set;

/**
 * What is known of the parameters of a function on the way down, and who runs it.
 *
 * @param own the parameters that point to the object that is thrown away, by their index
 * @param words the parameters that hold constants, as the names and numbers that are or-ed; {@link
 *     #MASK} is the mask that reclaim was entered with
 * @param fields constants in structs that parameters point to: {@code "1.nr_to_write"} is the field
 *     of what the second one points to
 * @param task who runs it
 */
record Frame(
    Set<Integer> own, Map<Integer, Set<String>> words, Map<String, String> fields, Task task) {
  /** The word for the mask of the allocation that reclaims. */
  static final String MASK = "the mask of the allocation";

  /** The word beside several of which one is meant. */
  static final String SOME = "one of";

  /** Nothing is known, and the task reclaims. */
  static final Frame RECLAIMING = new Frame(Set.of(), Map.of(), Map.of(), Task.RECLAIMS);

  /** Nothing is known of somebody else. */
  static final Frame OTHER = new Frame(Set.of(), Map.of(), Map.of(), Task.OTHER);

  /** Nothing is known, and the task serves a device. */
  static final Frame SERVING = new Frame(Set.of(), Map.of(), Map.of(), Task.SERVES);

  /** Who runs a function. */
  enum Task {
    /** The task that reclaims. */
    RECLAIMS,
    /** Whoever does the I/O that the task that reclaims waits for. */
    SERVES,
    /** A task that it waits for. */
    OTHER
  }

  /** Whether it is the task that reclaims. */
  boolean isReclaiming() {
    return task == Task.RECLAIMS;
  }

  Frame {
    own = Set.copyOf(own);
    words = Map.copyOf(words);
    fields = Map.copyOf(fields);
  }

  /** The same without constants. */
  Frame withoutWords() {
    return words.isEmpty() && fields.isEmpty() ? this : new Frame(own, Map.of(), Map.of(), task);
  }
}
