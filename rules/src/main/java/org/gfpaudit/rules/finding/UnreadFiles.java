package org.gfpaudit.rules.finding;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many files and directories a run did not read, and why.
 *
 * @param reasons most frequent first
 */
public record UnreadFiles(List<Count> reasons) {
  /** How many were not read for one reason. */
  public record Count(String reason, long files) {}

  public UnreadFiles {
    reasons = List.copyOf(reasons);
  }

  /** Those among the problems of a run. */
  public static UnreadFiles of(List<Problem> problems) {
    Map<String, Long> counts = new TreeMap<>();
    problems.forEach(
        problem -> problem.unread().ifPresent(reason -> counts.merge(reason, 1L, Long::sum)));
    return new UnreadFiles(
        counts.entrySet().stream()
            .map(entry -> new Count(entry.getKey(), entry.getValue()))
            .sorted(
                Comparator.comparingLong((Count count) -> -count.files())
                    .thenComparing(Count::reason))
            .toList());
  }

  public long total() {
    return reasons.stream().mapToLong(Count::files).sum();
  }

  /** All of it in one phrase: {@code not read: 3 (2 permission denied, 1 no such file)}. */
  public String phrase() {
    List<String> parts =
        reasons.stream().map(count -> count.files() + " " + count.reason()).toList();
    return "not read: " + total() + (parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")");
  }
}
