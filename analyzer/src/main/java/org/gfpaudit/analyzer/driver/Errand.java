package org.gfpaudit.analyzer.driver;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Work that is done while something else is, where there is a second thread to do it. */
final class Errand<T> {
  private final Supplier<T> work;
  private final AtomicReference<T> result = new AtomicReference<>();
  private Optional<DeepStack> thread = Optional.empty();

  private Errand(Supplier<T> work) {
    this.work = work;
  }

  /**
   * Starts {@code work}, or puts it off until its {@linkplain #get result} is wanted.
   *
   * @param isAside whether it gets a thread of its own
   */
  static <T> Errand<T> start(boolean isAside, String name, Supplier<T> work) {
    Errand<T> errand = new Errand<>(work);
    if (isAside) {
      errand.thread = Optional.of(DeepStack.start(name, errand::run));
    }
    return errand;
  }

  private void run() {
    result.set(work.get());
  }

  /** What came of the work, when it is done; what it threw is thrown here. */
  T get() {
    thread.ifPresentOrElse(DeepStack::join, () -> DeepStack.run(this::run));
    return Objects.requireNonNull(result.get());
  }
}
