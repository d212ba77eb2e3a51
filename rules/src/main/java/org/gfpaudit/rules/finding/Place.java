package org.gfpaudit.rules.finding;

import java.util.Comparator;

/**
 * A position in the tree, for people and for reports.
 *
 * @param file relative to the tree's root, with {@code /} between names
 * @param line 1-based
 * @param column 1-based, in bytes
 * @param function the enclosing function or macro; empty at file scope
 */
public record Place(String file, int line, int column, String function)
    implements Comparable<Place> {

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::file)
          .thenComparingInt(Place::line)
          .thenComparingInt(Place::column)
          .thenComparing(Place::function);

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  /** {@code file:line}. */
  public String fileAndLine() {
    return file + ":" + line;
  }
}
