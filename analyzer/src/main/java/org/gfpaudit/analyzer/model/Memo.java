package org.gfpaudit.analyzer.model;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Answers that are found once for an audit, each with what it was made from: who is given one later
 * is noted to have read that. Two threads may find one at the same time, and an answer may be made
 * from others of the same memo. Safe for several threads.
 */
public final class Memo<K, V> {
  private final Tracing tracing;
  private final ConcurrentMap<K, Traced<V>> known = new ConcurrentHashMap<>();
  private final ConcurrentMap<K, Traced<V>> before;

  /** Answers that are found anew in each audit: they hold something of it. */
  public Memo(Tracing tracing) {
    this.tracing = tracing;
    this.before = known;
  }

  /**
   * Answers that are kept from one audit to the next one. They hold nothing of a tree but its
   * entities and what was made of unchanged texts.
   *
   * @param kind what no other answers are called that are kept
   */
  public Memo(Tracing tracing, String kind) {
    this.tracing = tracing;
    this.before = tracing.<K, V>before(kind, this).map(memo -> memo.known).orElse(known);
  }

  /** The answer to {@code key}, by {@code search} where it is not known. */
  public V get(K key, Function<? super K, ? extends V> search) {
    Traced<V> found = known.get(key);
    if (found == null) {
      found = tracing.isStarted() ? before.get(key) : null;
      if (found == null || !tracing.holds(found.trace())) {
        found = tracing.find(() -> search.apply(key));
      } else {
        tracing.use(found.trace());
      }
      known.put(key, found);
    } else {
      tracing.use(found.trace());
    }
    return found.answer();
  }

  /** What {@code search} finds, which is the answer to {@code key} where it is something. */
  Optional<V> find(K key, Function<? super K, Optional<V>> search) {
    Traced<Optional<V>> found = tracing.find(() -> search.apply(key));
    found.answer().ifPresent(answer -> known.put(key, new Traced<>(answer, found.trace())));
    return found.answer();
  }

  /** What is known. */
  Set<K> keys() {
    return known.keySet();
  }

  int size() {
    return known.size();
  }

  /** Whether the answer to {@code key} is known. */
  public boolean has(K key) {
    return known.containsKey(key);
  }
}
