package org.gfpaudit.analyzer.driver;

import org.gfpaudit.analyzer.store.IndexStore;

/**
 * How a run goes; its result does not depend on it.
 *
 * @param jobs the number of threads, at least 1
 * @param store what is known of files from before
 * @param auditor who audits
 */
public record RunOptions(int jobs, Progress progress, IndexStore store, Auditor auditor) {
  /** Whether there is a second thread for what can be done aside. */
  boolean hasHelper() {
    return jobs > 1;
  }

  /** The same with other results from before. */
  RunOptions with(IndexStore otherStore, Auditor otherAuditor) {
    return new RunOptions(jobs, progress, otherStore, otherAuditor);
  }
}
