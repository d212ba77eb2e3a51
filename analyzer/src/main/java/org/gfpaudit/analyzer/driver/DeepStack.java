package org.gfpaudit.analyzer.driver;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Work on a thread whose stack is deep enough for any expression the parser lets through. */
public final class DeepStack {
  private static final long STACK_BYTES = 512L << 20;

  private final Thread thread;
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  private DeepStack(String name, Runnable work) {
    thread = new Thread(null, work, name, STACK_BYTES);
    thread.setUncaughtExceptionHandler((t, e) -> failure.set(e));
  }

  /** Runs {@code work} to its end; what it throws is thrown here. */
  public static void run(Runnable work) {
    start("solver", work).join();
  }

  /** The same for work that something comes of. */
  public static <T> T call(Supplier<T> work) {
    AtomicReference<T> result = new AtomicReference<>();
    run(() -> result.set(work.get()));
    return result.get();
  }

  /** Starts {@code work}; it goes on until it is {@linkplain #join joined}. */
  static DeepStack start(String name, Runnable work) {
    DeepStack started = new DeepStack(name, work);
    started.thread.start();
    return started;
  }

  /** Waits for the work to end; what it threw is thrown here. */
  void join() {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure.get() instanceof Error error) {
      throw error;
    }
    if (failure.get() instanceof RuntimeException exception) {
      throw exception;
    }
  }
}
