package org.gfpaudit.analyzer.driver;

import java.util.function.IntConsumer;
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

  /** Runs {@code work} for each number in {@code [0, count)} on the threads of the run. */
  void forEach(int count, IntConsumer work) {
    Workers.forEach(count, jobs, progress, work);
  }

  /** The same with other results from before. */
  RunOptions with(IndexStore otherStore, Auditor otherAuditor) {
    return new RunOptions(jobs, progress, otherStore, otherAuditor);
  }
}
