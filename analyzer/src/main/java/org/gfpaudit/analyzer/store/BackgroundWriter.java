package org.gfpaudit.analyzer.store;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Does one job after another on a thread of its own, which is there while there is work. */
final class BackgroundWriter {
  private final Deque<Runnable> jobs = new ArrayDeque<>();
  private @Nullable Thread thread;

  /** Does a job after those that were submitted before. */
  synchronized void submit(Runnable job) {
    jobs.add(job);
    if (thread == null) {
      thread = new Thread(this::work, "store");
      thread.start();
    }
  }

  private void work() {
    while (true) {
      Runnable job;
      synchronized (this) {
        job = jobs.poll();
        if (job == null) {
          thread = null;
          notifyAll();
          return;
        }
      }
      try {
        job.run();
      } catch (RuntimeException | Error e) {
        synchronized (this) {
          jobs.clear();
          thread = null;
          notifyAll();
        }
        throw e;
      }
    }
  }

  /** Waits until all jobs are done. */
  synchronized void finish() {
    boolean isInterrupted = false;
    while (thread != null) {
      try {
        wait();
      } catch (InterruptedException e) {
        isInterrupted = true;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
