package org.gfpaudit.analyzer.driver;

import java.util.Optional;
import java.util.function.IntConsumer;
import org.gfpaudit.analyzer.model.KeptReadings;
import org.gfpaudit.analyzer.store.IndexStore;
import org.gfpaudit.grammar.thread.Loop;

/**
 * How a run goes; its result does not depend on it.
 *
 * @param jobs the number of threads, at least 1
 * @param store what is known of files from before
 * @param auditor who audits
 * @param kept what the audit before made of texts, where a process audits one state of a tree after
 *     another
 */
public record RunOptions(
    int jobs, Progress progress, IndexStore store, Auditor auditor, Optional<KeptReadings> kept) {
  /** Whether there is a second thread for what can be done aside. */
  boolean hasHelper() {
    return jobs > 1;
  }

  /** The threads of the run. */
  Loop loop() {
    return hasHelper() ? this::forEach : Loop.ALONE;
  }

  /** Runs {@code work} for each number in {@code [0, count)} on the threads of the run. */
  void forEach(int count, IntConsumer work) {
    Workers.forEach(count, jobs, progress, work);
  }

  /** The same with other results from before. */
  RunOptions with(IndexStore otherStore, Auditor otherAuditor) {
    return new RunOptions(jobs, progress, otherStore, otherAuditor, kept);
  }

  /** The same, telling another how far it is. */
  RunOptions told(Progress other) {
    return new RunOptions(jobs, other, store, auditor, kept);
  }

  /** The same with what is kept from one audit to the next. */
  RunOptions keeping(KeptReadings readings) {
    return new RunOptions(jobs, progress, store, auditor, Optional.of(readings));
  }
}
