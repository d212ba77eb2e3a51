package org.gfpaudit.analyzer.lsp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The one thread that audits, and that answers what takes the model of an audit: one after another,
 * as it is asked. What is done ahead is done while nothing else waits, and gives way. Thread-safe.
 */
class Worker implements Executor, AutoCloseable {
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "audits");
            thread.setDaemon(true);
            return thread;
          });

  /** How much was asked for, now or for later, that did not begin. */
  private final AtomicInteger waiting = new AtomicInteger();

  private final Deque<Runnable> ahead = new ArrayDeque<>(); // by the thread alone

  @Override
  public void execute(Runnable task) {
    schedule(task, 0);
  }

  /** Asks for something that is to begin after a while. */
  void schedule(Runnable task, long delayMillis) {
    waiting.incrementAndGet();
    var unused = thread.schedule(() -> run(task), delayMillis, TimeUnit.MILLISECONDS);
  }

  /**
   * Asks for something that nobody waits for, to be done when nothing else waits. It ends as soon
   * as the worker {@link #isAwaited}, and may ask to be done again. To be called on the thread
   * itself.
   */
  void whenIdle(Runnable task) {
    ahead.add(task);
  }

  /** Whether somebody waits, also for something that begins later, or nobody is there any more. */
  boolean isAwaited() {
    return waiting.get() > 0 || thread.isShutdown();
  }

  private void run(Runnable task) {
    waiting.decrementAndGet();
    try {
      task.run();
    } finally {
      while (!isAwaited() && !ahead.isEmpty()) {
        ahead.remove().run();
      }
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
