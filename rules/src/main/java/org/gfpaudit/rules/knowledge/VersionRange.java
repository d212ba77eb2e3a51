package org.gfpaudit.rules.knowledge;

import java.util.Optional;

/**
 * The releases a row holds for, both ends included.
 *
 * @param since the first, or empty where there is no lower bound
 * @param until the last, or empty where there is no upper bound
 */
public record VersionRange(Optional<KernelVersion> since, Optional<KernelVersion> until) {

  /** Whether the row holds for {@code version}. */
  public boolean contains(KernelVersion version) {
    return since.map(first -> first.compareTo(version) <= 0).orElse(true)
        && until.map(last -> version.compareTo(last) <= 0).orElse(true);
  }

  /** Whether the row holds for every release. */
  public boolean isUnbounded() {
    return since.isEmpty() && until.isEmpty();
  }

  /** Whether some release is in both ranges. */
  public boolean overlaps(VersionRange other) {
    return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
  }

  private boolean startsBeforeEndOf(VersionRange other) {
    return since.isEmpty()
        || other.until.isEmpty()
        || since.get().compareTo(other.until.get()) <= 0;
  }
}
