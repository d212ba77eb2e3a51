package org.gfpaudit.grammar.thread;

import java.util.function.IntConsumer;

/** Runs the same work over a range of numbers on the threads that a run has. */
@FunctionalInterface
public interface Loop {
  /** On the thread that asks, one after the other. */
  Loop ALONE =
      (count, work) -> {
        for (int i = 0; i < count; i++) {
          work.accept(i);
        }
      };

  /** Calls {@code work} for each number in {@code [0, count)}, in no order, and waits for all. */
  void forEach(int count, IntConsumer work);
}
