package org.gfpaudit.grammar.segment;

import java.util.Optional;

/** Numbers for what has none yet, between what has. */
final class FreeNumbers {
  private FreeNumbers() {}

  /**
   * Gives those a number that have none, each run of them spread over what is free there. Empty
   * where there are too few in between.
   *
   * @param known ascending numbers, and between them for what has none one that is below {@code
   *     from}
   * @param from the first number that may be given
   * @param to the first behind them
   */
  static Optional<int[]> filled(int[] known, int from, int to) {
    int[] all = known.clone();
    for (int i = 0; i < all.length; i++) {
      if (all[i] >= from) {
        continue;
      }
      int end = i;
      while (end < all.length && all[end] < from) {
        end++;
      }
      int below = i == 0 ? from - 1 : all[i - 1];
      int above = end == all.length ? to : all[end];
      int free = above - below - 1;
      if (free < end - i) {
        return Optional.empty();
      }
      for (int j = i; j < end; j++) {
        all[j] = below + 1 + (int) ((2L * (j - i) + 1) * free / (2L * (end - i)));
      }
    }
    return Optional.of(all);
  }
}
