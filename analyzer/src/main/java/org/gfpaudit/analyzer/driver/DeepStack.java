package org.gfpaudit.analyzer.driver;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.gfpaudit.grammar.thread.JoinedThread;

/** Work on a thread whose stack is deep enough for any expression the parser lets through. */
public final class DeepStack {
  private static final long STACK_BYTES = 512L << 20;

  private final JoinedThread thread;

  private DeepStack(JoinedThread thread) {
    this.thread = thread;
  }

  /** Runs {@code work} to its end; what it throws is thrown here. */
  public static void run(Runnable work) {
    start("solver", work).join();
  }

  /** The same for work that something comes of, never null. */
  public static <T> T call(Supplier<T> work) {
    AtomicReference<T> result = new AtomicReference<>();
    run(() -> result.set(work.get()));
    return Objects.requireNonNull(result.get());
  }

  /** Starts {@code work}; it goes on until it is {@linkplain #join joined}. */
  static DeepStack start(String name, Runnable work) {
    return new DeepStack(JoinedThread.start(name, STACK_BYTES, work));
  }

  /** Waits for the work to end; what it threw is thrown here. */
  void join() {
    thread.join();
  }

  /** Waits for the work of all to end; what the first of them threw is thrown here. */
  static void joinAll(List<DeepStack> all) {
    JoinedThread.joinAll(all.stream().map(each -> each.thread).toList());
  }

  /** Waits for the work of all to end, whatever came of it. */
  static void awaitAll(List<DeepStack> all) {
    JoinedThread.awaitAll(all.stream().map(each -> each.thread).toList());
  }
}
