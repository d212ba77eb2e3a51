package org.gfpaudit.analyzer.kbuild;

/** What may be spent on one makefile. A reader that would spend more gives the makefile up. */
final class Effort {
  /** The reading of a makefile was given up; it then says nothing. */
  static final class SpentException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SpentException() {
      super(null, null, false, false);
    }
  }

  /** The largest makefile of a kernel takes some ten thousand steps. */
  private static final int MOST_STEPS = 400_000;

  private static final int MOST_DEPTH = 48;

  private int steps;
  private int depth;

  void spend(int count) {
    steps += Math.max(1, count);
    if (steps > MOST_STEPS || steps < 0) {
      throw new SpentException();
    }
  }

  void enter() {
    spend(1);
    if (++depth > MOST_DEPTH) {
      throw new SpentException();
    }
  }

  void leave() {
    depth--;
  }
}
