package org.gfpaudit.rules.splat;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.finding.LockClass;

/**
 * One stack of a report, held against the tree.
 *
 * @param lock as the report names it
 * @param lockClass what it is in the tree, where that is told
 * @param steps the outermost function first
 */
public record SplatHalf(String lock, Optional<LockClass> lockClass, List<SplatStep> steps) {
  public SplatHalf {
    steps = List.copyOf(steps);
  }

  /** The lock for people, with its class where that is known. */
  public String lockText() {
    return lock
        + lockClass
            .map(LockClass::text)
            .filter(text -> !text.equals(lock))
            .map(text -> " (" + text + ")")
            .orElse("");
  }

  /** Whether the tree has every step. */
  public boolean isWhole() {
    return !steps.isEmpty() && steps.stream().allMatch(step -> step.missing().isEmpty());
  }
}
