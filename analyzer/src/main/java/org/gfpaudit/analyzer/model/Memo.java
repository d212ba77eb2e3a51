package org.gfpaudit.analyzer.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers that are found once for an audit, each with what it was made from: who is given one later
 * is noted to have read that. Two threads may find one at the same time, and an answer may be made
 * from others of the same memo. Safe for several threads.
 */
public final class Memo<K, V> {
  private final Tracing tracing;

  /** Those that this audit found or used. */
  private final ConcurrentMap<K, Traced<V>> known = new ConcurrentHashMap<>();

  /** Those of all audits; of a key there is one. */
  private final Optional<ConcurrentMap<K, List<Traced<V>>>> kept;

  /** Answers that are found anew in each audit: they hold something of it. */
  public Memo(Tracing tracing) {
    this.tracing = tracing;
    this.kept = Optional.empty();
  }

  /**
   * Answers that are kept from one audit to the next ones. They hold nothing of a tree but its
   * entities and what was made of unchanged texts.
   *
   * @param kind what no other answers are called that are kept
   */
  public Memo(Tracing tracing, String kind) {
    this.tracing = tracing;
    this.kept = tracing.isOn() ? Optional.of(tracing.kept(kind)) : Optional.empty();
  }

  /** The answer to {@code key}, by {@code search} where it is not known. */
  public V get(K key, Function<? super K, ? extends V> search) {
    Traced<V> found = known(key);
    if (found == null) {
      found = tracing.find(() -> search.apply(key));
      keep(key, found);
    } else {
      tracing.use(found.trace());
    }
    return found.answer();
  }

  /** What {@code search} finds, which is the answer to {@code key} where it is something. */
  Optional<V> find(K key, Function<? super K, Optional<V>> search) {
    Traced<Optional<V>> found = tracing.find(() -> search.apply(key));
    found.answer().ifPresent(answer -> keep(key, new Traced<>(answer, found.trace())));
    return found.answer();
  }

  private @Nullable Traced<V> known(K key) {
    Traced<V> found = known.get(key);
    if (found == null && kept.isPresent()) {
      List<Traced<V>> before = kept.get().get(key);
      if (before != null && tracing.holds(before.get(0).trace())) {
        found = before.get(0);
        known.put(key, found);
      }
    }
    return found;
  }

  private void keep(K key, Traced<V> found) {
    known.put(key, found);
    if (kept.isPresent() && !found.trace().hasFallen()) {
      kept.get().put(key, List.of(found));
    }
  }

  /** What is known of this audit. */
  Set<K> keys() {
    return known.keySet();
  }

  int size() {
    return known.size();
  }

  /** Whether this audit found or used the answer to {@code key}. */
  public boolean has(K key) {
    return known.containsKey(key);
  }
}
