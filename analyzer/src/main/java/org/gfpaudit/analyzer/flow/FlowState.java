package org.gfpaudit.analyzer.flow;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.rules.mask.AccessPath;
import org.gfpaudit.rules.mask.MaskValue;

/**
 * What is known at one point of a function. Immutable; a slot or variable that is missing has not
 * been set on any path (bottom).
 *
 * @param masks what each slot can hold
 * @param paths which objects each pointer can point to; never an empty set
 * @param flags the task flags that are certainly set
 * @param saved the task flags that a variable, or a field by its text, keeps for a later restore
 */
record FlowState(
    Map<Slot, MaskValue> masks,
    Map<LocalVariable, SortedSet<AccessPath>> paths,
    TaskFlags flags,
    Map<String, TaskFlags> saved) {

  static final FlowState EMPTY = new FlowState(Map.of(), Map.of(), TaskFlags.NONE, Map.of());

  Optional<MaskValue> mask(Slot slot) {
    return Optional.ofNullable(masks.get(slot));
  }

  FlowState withMask(Slot slot, MaskValue value) {
    return new FlowState(put(masks, slot, value), paths, flags, saved);
  }

  /** This state without what it knows of the slots that {@code forgotten} accepts. */
  FlowState without(Predicate<Slot> forgotten) {
    Map<Slot, MaskValue> kept = new HashMap<>(masks);
    kept.keySet().removeIf(forgotten);
    return new FlowState(kept, paths, flags, saved);
  }

  FlowState withPaths(LocalVariable pointer, SortedSet<AccessPath> targets) {
    return new FlowState(masks, put(paths, pointer, targets), flags, saved);
  }

  FlowState withFlags(TaskFlags newFlags) {
    return newFlags.equals(flags) ? this : new FlowState(masks, paths, newFlags, saved);
  }

  FlowState withSaved(String cookie, TaskFlags savedFlags) {
    return new FlowState(masks, paths, flags, put(saved, cookie, savedFlags));
  }

  FlowState join(FlowState other) {
    return new FlowState(
        merge(masks, other.masks, MaskValue::join),
        merge(paths, other.paths, FlowState::union),
        flags.join(other.flags),
        merge(saved, other.saved, TaskFlags::join));
  }

  /** A state above both such that chains of it are short. */
  FlowState widen(FlowState next) {
    return new FlowState(
        merge(masks, next.masks, MaskValue::widen),
        merge(paths, next.paths, FlowState::union),
        flags.join(next.flags),
        merge(saved, next.saved, TaskFlags::join));
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
