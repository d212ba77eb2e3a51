package org.gfpaudit.analyzer.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gfpaudit.grammar.index.Entity;

/** The answers that audits keep for the next ones, by kind. For one audit at a time. */
final class KeptTables {
  private final Map<String, ConcurrentMap<Object, List<Traced<Object>>>> kinds = new HashMap<>();
  private final Traces traces = new Traces();

  /** What they were made from. */
  Traces traces() {
    return traces;
  }

  /** An audit begins, of that number. */
  int begin() {
    return traces.begin();
  }

  /** No answer of the audits before is used any more. */
  synchronized void forget() {
    traces.forget();
    kinds.values().forEach(KeptTables::sweep);
  }

  /**
   * Holds what was read against the tree that is audited now.
   *
   * @param isEachSame whether each number is that of the definition that it was that of
   */
  synchronized void check(Predicate<Read> isAsBefore, boolean isEachSame) {
    if (traces.check(isAsBefore)) {
      kinds.values().forEach(KeptTables::sweep);
    }
    if (!isEachSame) {
      Predicate<Entity> isSame = entity -> isAsBefore.test(new Read.Means(entity));
      kinds
          .values()
          .forEach(answers -> answers.keySet().removeIf(k -> !KeyEntities.allMatch(k, isSame)));
    }
  }

  private static void sweep(ConcurrentMap<Object, List<Traced<Object>>> answers) {
    answers.replaceAll(
        (key, known) -> known.stream().filter(each -> isKept(each.trace())).toList());
    answers.values().removeIf(List::isEmpty);
  }

  /** What is made from nothing is found as soon as it is looked for. */
  @SuppressWarnings("ReferenceEquality") // There is one.
  private static boolean isKept(Trace trace) {
    return trace != Trace.NOTHING && !trace.hasFallen();
  }

  /** Of what there are answers. For tests. */
  synchronized Stream<Object> keys() {
    return kinds.values().stream().flatMap(answers -> answers.keySet().stream());
  }

  /** Those of one kind, the newest first. */
  @SuppressWarnings("unchecked") // A kind has one type of keys and one of answers.
  synchronized <K, T> ConcurrentMap<K, List<Traced<T>>> of(String kind) {
    return (ConcurrentMap<K, List<Traced<T>>>)
        (ConcurrentMap<?, ?>) kinds.computeIfAbsent(kind, k -> new ConcurrentHashMap<>());
  }
}
