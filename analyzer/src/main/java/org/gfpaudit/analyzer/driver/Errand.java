package org.gfpaudit.analyzer.driver;

import java.util.Optional;

/** Work that is done while something else is, where there is a second thread to do it. */
final class Errand {
  private final Runnable work;
  private final Optional<DeepStack> thread;

  private Errand(Runnable work, Optional<DeepStack> thread) {
    this.work = work;
    this.thread = thread;
  }

  /**
   * Starts {@code work}, or puts it off until it is {@linkplain #finish finished}.
   *
   * @param isAside whether it gets a thread of its own
   */
  static Errand start(boolean isAside, String name, Runnable work) {
    return new Errand(work, isAside ? Optional.of(DeepStack.start(name, work)) : Optional.empty());
  }

  /** Returns when the work is done; what it threw is thrown here. */
  void finish() {
    thread.ifPresentOrElse(DeepStack::join, work);
  }
}
