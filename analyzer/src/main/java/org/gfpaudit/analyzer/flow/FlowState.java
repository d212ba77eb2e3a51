package org.gfpaudit.analyzer.flow;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.scope.ScopeState;
import org.gfpaudit.analyzer.scope.TaskFlags;
import org.gfpaudit.rules.mask.AccessPath;
import org.gfpaudit.rules.mask.MaskValue;

/**
 * What is known at one point of a function. Immutable; a slot or variable that is missing has not
 * been set on any path (bottom).
 *
 * @param masks what each slot can hold
 * @param paths which objects each pointer can point to; never an empty set
 * @param scope the task flags that are certainly set, and what is saved of them
 */
record FlowState(
    Map<Slot, MaskValue> masks, Map<LocalVariable, SortedSet<AccessPath>> paths, ScopeState scope) {

  static final FlowState EMPTY = new FlowState(Map.of(), Map.of(), ScopeState.of(TaskFlags.NONE));

  Optional<MaskValue> mask(Slot slot) {
    return Optional.ofNullable(masks.get(slot));
  }

  FlowState withMask(Slot slot, MaskValue value) {
    return new FlowState(put(masks, slot, value), paths, scope);
  }

  /** This state without what it knows of the slots that {@code forgotten} accepts. */
  FlowState without(Predicate<Slot> forgotten) {
    Map<Slot, MaskValue> kept = new HashMap<>(masks);
    kept.keySet().removeIf(forgotten);
    return new FlowState(kept, paths, scope);
  }

  FlowState withPaths(LocalVariable pointer, SortedSet<AccessPath> targets) {
    return new FlowState(masks, put(paths, pointer, targets), scope);
  }

  FlowState withScope(ScopeState newScope) {
    return newScope.equals(scope) ? this : new FlowState(masks, paths, newScope);
  }

  FlowState join(FlowState other) {
    return new FlowState(
        merge(masks, other.masks, MaskValue::join),
        merge(paths, other.paths, FlowState::union),
        scope.join(other.scope));
  }

  /** A state above both such that chains of it are short. */
  FlowState widen(FlowState next) {
    return new FlowState(
        merge(masks, next.masks, MaskValue::widen),
        merge(paths, next.paths, FlowState::union),
        scope.join(next.scope));
  }

  private static SortedSet<AccessPath> union(
      SortedSet<AccessPath> left, SortedSet<AccessPath> right) {
    if (left.containsAll(right)) {
      return left;
    }
    SortedSet<AccessPath> both = new TreeSet<>(left);
    both.addAll(right);
    return both;
  }

  private static <K, V> Map<K, V> put(Map<K, V> map, K key, V value) {
    if (value.equals(map.get(key))) {
      return map;
    }
    Map<K, V> changed = new HashMap<>(map);
    changed.put(key, value);
    return changed;
  }

  private static <K, V> Map<K, V> merge(Map<K, V> left, Map<K, V> right, BinaryOperator<V> join) {
    if (left.equals(right)) {
      return left;
    }
    Map<K, V> both = new HashMap<>(left);
    right.forEach((key, value) -> both.merge(key, value, join));
    return both;
  }
}
