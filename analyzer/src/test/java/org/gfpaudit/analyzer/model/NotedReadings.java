package org.gfpaudit.analyzer.model;

/** Readings that say how much of what was read in the audit before is held against the tree. */
public final class NotedReadings {
  private NotedReadings() {}

  /**
   * Such readings.
   *
   * @param lookedAt is run for each read that an answer of the audit before was made from
   */
  public static KeptReadings of(Runnable lookedAt) {
    return new KeptReadings(
        read -> {
          lookedAt.run();
          return true;
        });
  }
}
