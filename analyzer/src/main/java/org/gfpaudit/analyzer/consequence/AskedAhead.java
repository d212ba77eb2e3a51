package org.gfpaudit.analyzer.consequence;

import java.util.List;
import java.util.function.Consumer;
import org.gfpaudit.grammar.thread.Loop;

/**
 * Asks on several threads what is asked afterwards one after the other: each answer is found once
 * and kept, so that those who ask in their turn find it known. What they find does not depend on
 * it.
 */
final class AskedAhead {
  private final Loop loop;

  AskedAhead(Loop loop) {
    this.loop = loop;
  }

  /**
   * Asks about each of {@code items}, in no order.
   *
   * @param question whose answers are kept; may be asked by several threads
   */
  <T> void ask(List<T> items, Consumer<T> question) {
    loop.forEach(items.size(), i -> ask(items.get(i), question));
  }

  private static <T> void ask(T item, Consumer<T> question) {
    try {
      question.accept(item);
    } catch (RuntimeException | StackOverflowError e) {
      // An error of our own comes again when it is the item's turn, and is said then.
    }
  }
}
