package org.gfpaudit.rules.finding;

import java.util.List;
import java.util.Optional;

/**
 * Under which conditions of its own function a call is made.
 *
 * @param under conditions that it stands under, from the outside in, as code on one line
 * @param past conditions that have left the function before it where they did not hold
 */
public record Circumstances(List<String> under, List<String> past) {
  /** No condition. */
  public static final Circumstances ALWAYS = new Circumstances(List.of(), List.of());

  /** Nobody has said: it cannot be held against any other. */
  public static final Circumstances UNKNOWN = new Circumstances(List.of("?"), List.of());

  public Circumstances {
    under = List.copyOf(under);
    past = List.copyOf(past);
  }

  /**
   * A condition that a call stands under now and did not before, where all that it stood under
   * before still is asked for; empty where the one cannot be held against the other. That a
   * function is left early is no such condition: most often this is for an error.
   */
  public Optional<String> newSince(Circumstances before) {
    boolean isMore = before.under.stream().allMatch(this::asks);
    return isMore
        ? under.stream().filter(each -> !before.asks(each)).findFirst()
        : Optional.empty();
  }

  private boolean asks(String condition) {
    return under.contains(condition) || past.contains(condition);
  }
}
