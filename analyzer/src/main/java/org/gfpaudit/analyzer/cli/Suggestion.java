package org.gfpaudit.analyzer.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the word a user may have meant. */
final class Suggestion {
  private Suggestion() {}

  /** The nearest of {@code words} that is at most a third of its letters away. */
  static Optional<String> nearest(String typed, Collection<String> words) {
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (String word : words) {
      int distance = distance(typed, word);
      if (distance < bestDistance && distance <= Math.max(1, word.length() / 3)) {
        best = word;
        bestDistance = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Up to {@code limit} of {@code words} that are near, the nearest first. */
  static List<String> nearestFew(String typed, Collection<String> words, int limit) {
    record Near(String word, int distance) {}

    return words.stream()
        // Cheap first: lengths alone rule most words out.
        .filter(word -> Math.abs(word.length() - typed.length()) <= Math.max(1, word.length() / 4))
        .map(word -> new Near(word, distance(typed, word)))
        .filter(near -> near.distance() <= Math.max(1, near.word().length() / 4))
        .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::word))
        .limit(limit)
        .map(Near::word)
        .toList();
  }

  /** Ends a sentence about {@code typed}: {@code "; did you mean X?"}, or a period. */
  static String question(String typed, Collection<String> words) {
    return nearest(typed, words).map(word -> "; did you mean " + word + "?").orElse(".");
  }

  /** Insertions, deletions, replacements and swaps of neighbours that turn one into the other. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
