package org.gfpaudit.analyzer.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Work that is done while something else is, where there is a second thread to do it. None goes on
 * when they are closed, also where what they are done beside was broken off.
 */
final class Errands implements AutoCloseable {
  private final boolean areAside;
  private final List<DeepStack> threads = new ArrayList<>();

  /**
   * @param areAside whether each gets a thread of its own
   */
  Errands(boolean areAside) {
    this.areAside = areAside;
  }

  /**
   * Starts {@code work}, or puts it off until what comes of it is wanted.
   *
   * @return waits for it to be done, and gives what came of it, never null, or throws what it threw
   */
  <T> Supplier<T> start(String name, Supplier<T> work) {
    if (!areAside) {
      return () -> DeepStack.call(work);
    }
    AtomicReference<T> result = new AtomicReference<>();
    DeepStack thread = DeepStack.start(name, () -> result.set(work.get()));
    threads.add(thread);
    return () -> {
      thread.join();
      return Objects.requireNonNull(result.get());
    };
  }

  @Override
  public void close() {
    DeepStack.awaitAll(threads);
  }
}
