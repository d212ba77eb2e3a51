package org.gfpaudit.analyzer.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Answers of one kind that are kept for an audit and from one audit to the next ones, with what
 * they were made from. Those that no audit uses any more, not even by way of another answer, are
 * let go. Safe for several threads.
 *
 * @param <K> what they are answers to; of one key some may be kept, for their askers may have asked
 *     more than the tree
 * @param <T> the answers, which hold nothing of a tree but its entities
 */
public final class KeptTable<K, T> {
  /** So many answers of a key are kept. */
  private static final int MOST = 8;

  private final Tracing tracing;

  /** Those that this audit found or used. */
  private final ConcurrentMap<K, List<Traced<T>>> own = new ConcurrentHashMap<>();

  private final ConcurrentMap<K, List<Traced<T>>> kept;

  /**
   * @param kept those of all audits, which it adds to
   */
  KeptTable(Tracing tracing, ConcurrentMap<K, List<Traced<T>>> kept) {
    this.tracing = tracing;
    this.kept = kept;
  }

  /** The first answer that may be used and that {@code fits}; used then. */
  public Optional<T> find(K key, Predicate<T> fits) {
    for (Traced<T> each : own.getOrDefault(key, List.of())) {
      if (fits.test(each.answer())) {
        tracing.use(each.trace());
        return Optional.of(each.answer());
      }
    }
    for (Traced<T> each : kept.getOrDefault(key, List.of())) {
      if (tracing.holds(each.trace()) && fits.test(each.answer())) {
        own.merge(key, List.of(each), KeptTable::newest);
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

  /** Keeps an answer that was found. */
  public void keep(K key, Traced<T> found) {
    own.merge(key, List.of(found), KeptTable::newest);
    if (tracing.isOn() && !found.trace().hasFallen()) {
      kept.merge(key, List.of(found), KeptTable::newest);
    }
  }

  /** With the newest first. */
  private static <T> List<Traced<T>> newest(List<Traced<T>> known, List<Traced<T>> added) {
    List<Traced<T>> all = new ArrayList<>(added);
    known.stream()
        .filter(each -> !each.trace().hasFallen() && !each.equals(added.get(0)))
        .limit(MOST - 1)
        .forEach(all::add);
    return List.copyOf(all);
  }
}
