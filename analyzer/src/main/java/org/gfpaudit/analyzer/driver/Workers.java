package org.gfpaudit.analyzer.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Runs the same work over a range of numbers in several threads. */
final class Workers {
  /** Deep syntax trees are walked by recursion. */
  private static final long STACK_BYTES = 256L << 20;

  private Workers() {}

  /**
   * Calls {@code work} for each number in {@code [0, count)}, in no order, and returns when all
   * calls have. An exception in one call is thrown here after the others are done.
   */
  static void forEach(int count, int jobs, Progress progress, IntConsumer work) {
    AtomicInteger next = new AtomicInteger();
    List<Throwable> failures = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int job = 0; job < Math.max(1, jobs); job++) {
      Thread thread =
          new Thread(
              null,
              () -> {
                try {
                  for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                    work.accept(i);
                    if (i % 64 == 0) {
                      progress.advance(i, count);
                    }
                  }
                } catch (RuntimeException | Error e) {
                  synchronized (failures) {
                    failures.add(e);
                  }
                }
              },
              "worker-" + job,
              STACK_BYTES);
      thread.start();
      threads.add(thread);
    }
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (true) {
        try {
          thread.join();
          break;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    rethrow(failures);
  }

  private static void rethrow(List<Throwable> failures) {
    if (!failures.isEmpty()) {
      if (failures.get(0) instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) failures.get(0);
    }
  }
}
