package org.gfpaudit.grammar.thread;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Work on a thread of its own. Whoever joins it gets what the work threw. */
public final class JoinedThread {
  /** Leaves the size of the stack to the Java machine. */
  private static final long USUAL_STACK = 0;

  private final Thread thread;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  private JoinedThread(String name, long stackBytes, Runnable work) {
    thread = new Thread(null, work, name, stackBytes);
    thread.setUncaughtExceptionHandler((t, e) -> failure.set(e));
  }

  /** Starts {@code work}; it goes on until it is {@linkplain #join joined}. */
  public static JoinedThread start(String name, Runnable work) {
    return start(name, USUAL_STACK, work);
  }

  /**
   * Starts {@code work}; it goes on until it is {@linkplain #join joined}.
   *
   * @param stackBytes how deep its stack may grow
   */
  public static JoinedThread start(String name, long stackBytes, Runnable work) {
    JoinedThread started = new JoinedThread(name, stackBytes, work);
    started.thread.start();
    return started;
  }

  /**
   * Waits for the work to end; what it threw is thrown here. An interrupt does not end the wait; it
   * is there to be seen afterwards.
   */
  public void join() {
    await();
    rethrow();
  }

  /** Waits for the work of all to end; what the first of them threw is thrown here. */
  public static void joinAll(List<JoinedThread> threads) {
    awaitAll(threads);
    threads.forEach(JoinedThread::rethrow);
  }

  /** Waits for the work of all to end, whatever came of it. */
  public static void awaitAll(List<JoinedThread> threads) {
    threads.forEach(JoinedThread::await);
  }

  private void await() {
    boolean isInterrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        isInterrupted = true;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void rethrow() {
    if (failure.get() instanceof Error error) {
      throw error;
    }
    if (failure.get() instanceof RuntimeException exception) {
      throw exception;
    }
  }
}
