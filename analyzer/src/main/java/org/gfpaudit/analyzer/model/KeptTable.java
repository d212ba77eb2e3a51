package org.gfpaudit.analyzer.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Answers of one kind that are kept from one audit to the next one, with what they were made from.
 * Those that an audit does not use are gone after it. Safe for several threads.
 *
 * @param <K> what they are answers to; of one key some may be kept, for their askers may have asked
 *     more than the tree
 * @param <T> the answers, which hold nothing of a tree but its entities
 */
public final class KeptTable<K, T> {
  /** So many answers of a key are kept. */
  private static final int MOST = 8;

  private final Tracing tracing;
  private final ConcurrentMap<K, List<Traced<T>>> before;
  private final ConcurrentMap<K, List<Traced<T>>> now = new ConcurrentHashMap<>();

  KeptTable(Tracing tracing, Optional<KeptTable<K, T>> before) {
    this.tracing = tracing;
    this.before = before.isPresent() ? before.get().now : new ConcurrentHashMap<>();
  }

  /** The first answer that may be used and that {@code fits}; used then, and kept on. */
  public Optional<T> find(K key, Predicate<T> fits) {
    for (Traced<T> each : now.getOrDefault(key, List.of())) {
      if (fits.test(each.answer())) {
        tracing.use(each.trace());
        return Optional.of(each.answer());
      }
    }
    for (Traced<T> each : before.getOrDefault(key, List.of())) {
      if (tracing.holds(each.trace()) && fits.test(each.answer())) {
        keep(key, each);
        tracing.use(each.trace());
        return Optional.of(each.answer());
      }
    }
    return Optional.empty();
  }

  /** Finds an answer, and keeps it. */
  public T find(K key, Supplier<T> search) {
    Traced<T> found = tracing.find(search);
    keep(key, found);
    return found.answer();
  }

  private void keep(K key, Traced<T> answer) {
    if (tracing.isOn()) {
      now.merge(key, List.of(answer), KeptTable::newest);
    }
  }

  /** With the newest first. */
  private static <T> List<Traced<T>> newest(List<Traced<T>> known, List<Traced<T>> added) {
    List<Traced<T>> all = new ArrayList<>(added);
    known.stream().filter(each -> !each.equals(added.get(0))).limit(MOST - 1).forEach(all::add);
    return List.copyOf(all);
  }
}
