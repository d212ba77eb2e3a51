package org.gfpaudit.analyzer.recall;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** How far parts of a file went up or down. Lines are 1-based. */
public final class LineShift {
  private record Part(int first, int last, int by) {}

  private final List<Part> parts = new ArrayList<>();

  /**
   * Adds the lines from {@code first} to {@code last}, both inclusive, as they were numbered
   * before.
   */
  void add(int first, int last, int by) {
    parts.add(new Part(first, last, by));
  }

  /** Whether all lines are where they were. */
  public boolean isNone() {
    return parts.stream().allMatch(part -> part.by == 0);
  }

  /** The new number of a line; empty where that is not known, or not sure. */
  OptionalInt now(int line) {
    OptionalInt found = OptionalInt.empty();
    for (Part part : parts) {
      if (part.first <= line && line <= part.last) {
        if (found.isPresent() && found.getAsInt() != line + part.by) {
          return OptionalInt.empty();
        }
        found = OptionalInt.of(line + part.by);
      }
    }
    return found;
  }
}
