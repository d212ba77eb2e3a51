package org.gfpaudit.analyzer.scope;

import org.gfpaudit.analyzer.facts.TaskFlags;

/**
 * Which of the two task flags that constrain allocation an integer holds.
 *
 * @param certain bits that are set in it
 * @param possible bits that can be set in it; {@code certain} among them
 */
record FlagBits(TaskFlags certain, TaskFlags possible) {
  static final FlagBits ZERO = new FlagBits(TaskFlags.NONE, TaskFlags.NONE);

  /** Nothing is known of the integer. */
  static final FlagBits UNKNOWN = new FlagBits(TaskFlags.NONE, TaskFlags.ALL);

  /** Exactly these. */
  static FlagBits of(TaskFlags flags) {
    return new FlagBits(flags, flags);
  }

  FlagBits or(FlagBits other) {
    return new FlagBits(certain.with(other.certain), possible.with(other.possible));
  }

  FlagBits and(FlagBits other) {
    return new FlagBits(certain.join(other.certain), possible.join(other.possible));
  }

  FlagBits not() {
    return new FlagBits(TaskFlags.ALL.without(possible), TaskFlags.ALL.without(certain));
  }

  /** What holds of one of two. */
  FlagBits either(FlagBits other) {
    return new FlagBits(certain.join(other.certain), possible.with(other.possible));
  }
}
