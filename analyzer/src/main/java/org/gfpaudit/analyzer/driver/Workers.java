package org.gfpaudit.analyzer.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Runs the same work over a range of numbers in several threads. */
final class Workers {
  private static final int ADVANCE_EVERY = 64;

  private Workers() {}

  /**
   * Calls {@code work} for each number in {@code [0, count)}, in no order, and returns when all
   * calls have. What one call throws is thrown here after the other threads are done.
   */
  static void forEach(int count, int jobs, Progress progress, IntConsumer work) {
    AtomicInteger next = new AtomicInteger();
    Runnable loop =
        () -> {
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            work.accept(i);
            if (i % ADVANCE_EVERY == 0) {
              progress.advance(i, count);
            }
          }
        };
    List<DeepStack> threads = new ArrayList<>();
    for (int job = 0; job < Math.max(1, jobs); job++) {
      threads.add(DeepStack.start("worker-" + job, loop));
    }
    DeepStack.joinAll(threads);
  }
}
