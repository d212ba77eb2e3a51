package org.gfpaudit.analyzer.model;

import java.util.Optional;

/**
 * Where in a stack of file systems and devices a call of a chain stands. A file system that lies on
 * another, and a driver that serves a device from a file, begin the next level.
 *
 * @param number how often the chain went from one to the next, from 0
 * @param owner the subsystem whose objects are worked on, where the chain tells it
 * @param field of the owner's table through which it was entered, or a name that no field has
 */
public record StackLevel(int number, Optional<String> owner, String field)
    implements Comparable<StackLevel> {

  /** Where a chain begins: nothing is known of the objects yet. */
  public static final StackLevel FIRST = new StackLevel(0, Optional.empty(), "");

  /** The same level, once it is known whose objects it works on. */
  StackLevel of(String subsystem, String through) {
    return new StackLevel(number, Optional.of(subsystem), through);
  }

  /** The next level, of which nothing is known yet but that it is one of {@code subsystem}. */
  StackLevel next(Optional<String> subsystem) {
    return new StackLevel(number + 1, subsystem, "");
  }

  /** What holds of both: they are one level, or nothing is known of the objects. */
  public StackLevel join(StackLevel other) {
    return equals(other)
        ? this
        : new StackLevel(Math.min(number, other.number), Optional.empty(), "");
  }

  @Override
  public int compareTo(StackLevel other) {
    return Integer.compare(number, other.number);
  }
}
