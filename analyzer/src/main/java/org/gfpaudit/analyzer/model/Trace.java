package org.gfpaudit.analyzer.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What an answer was made from: a read of the tree, or other answers with theirs. It holds until
 * one of these reads says something else.
 */
public final class Trace {
  /** That of an answer that is made from nothing. */
  static final Trace NOTHING = new Trace(Optional.empty(), List.of(), /* audit= */ 0);

  /** That of an answer that is of no use to anybody who comes later. */
  static final Trace FALLEN = new Trace(Optional.empty(), List.of(), /* audit= */ 0);

  static {
    FALLEN.fall();
  }

  private final Optional<Read> read;
  private final List<Trace> parts;
  private final int made;
  private volatile boolean hasFallen;

  /** The number of the last audit that used it. */
  private volatile int used;

  private Trace(Optional<Read> read, List<Trace> parts, int audit) {
    this.read = read;
    this.parts = parts;
    this.made = audit;
    this.used = audit;
  }

  static Trace of(Read read, int audit) {
    return new Trace(Optional.of(read), List.of(), audit);
  }

  static Trace of(Collection<Trace> parts, int audit) {
    return new Trace(Optional.empty(), List.copyOf(parts), audit);
  }

  /** The read, where it is one. */
  Optional<Read> read() {
    return read;
  }

  /** Whether something that it was made from is not as it was. */
  boolean hasFallen() {
    return hasFallen;
  }

  void fall() {
    hasFallen = true;
  }

  boolean hasFallenPart() {
    for (Trace part : parts) {
      if (part.hasFallen) {
        return true;
      }
    }
    return false;
  }

  /** The number of the audit that noted it. */
  int made() {
    return made;
  }

  /** The number of the last audit that used it. */
  int used() {
    return used;
  }

  void use(int audit) {
    if (used < audit) {
      used = audit;
    }
  }

  /** Who uses it uses what it was made from. */
  void useParts() {
    for (Trace part : parts) {
      part.use(used);
    }
  }
}
