package org.gfpaudit.analyzer.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The answers that audits keep for the next one, by kind. For one audit at a time. */
final class KeptTables {
  private Map<String, KeptTable<?, ?>> before = Map.of();
  private Map<String, KeptTable<?, ?>> now = new HashMap<>();
  private int audit;

  private Map<String, Memo<?, ?>> memosBefore = Map.of();
  private Map<String, Memo<?, ?>> memos = new HashMap<>();

  /** The memo of that kind of the audit before; the one of this audit takes its place. */
  @SuppressWarnings("unchecked") // A kind has one type of keys and one of answers.
  synchronized <K, V> Optional<Memo<K, V>> before(String kind, Memo<K, V> now) {
    memos.put(kind, now);
    return Optional.ofNullable((Memo<K, V>) memosBefore.get(kind));
  }

  /** An audit begins, of that number: what the one before did not use is forgotten. */
  synchronized int begin() {
    before = now;
    now = new HashMap<>();
    memosBefore = memos;
    memos = new HashMap<>();
    return ++audit;
  }

  @SuppressWarnings("unchecked") // A kind has one type of keys and one of answers.
  synchronized <K, T> KeptTable<K, T> table(String kind, Tracing tracing) {
    return (KeptTable<K, T>)
        now.computeIfAbsent(
            kind,
            k -> {
              KeptTable<?, ?> known = before.get(kind);
              return new KeptTable<>(
                  tracing, Optional.ofNullable((KeptTable<Object, Object>) known));
            });
  }
}
