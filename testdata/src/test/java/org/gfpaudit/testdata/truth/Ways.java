package org.gfpaudit.testdata.truth;

import java.util.ArrayList;
import java.util.List;

/**
 * The choices of one run, so that each run takes another way until there is none left. The program
 * is run anew for each way; it asks here wherever more than one thing can happen.
 */
final class Ways {
  /** What was chosen, and of how many. */
  private record Chosen(int value, int of) {}

  private final List<Chosen> chosen = new ArrayList<>();
  private int at;

  /** One of {@code of} possibilities, counted from 0. */
  int choose(int of) {
    if (at == chosen.size()) {
      chosen.add(new Chosen(0, of));
    }
    return chosen.get(at++).value();
  }

  /** Starts the next way. Returns whether there is one. */
  boolean next() {
    at = 0;
    while (!chosen.isEmpty()) {
      Chosen last = chosen.remove(chosen.size() - 1);
      if (last.value() + 1 < last.of()) {
        chosen.add(new Chosen(last.value() + 1, last.of()));
        return true;
      }
    }
    return false;
  }
}
