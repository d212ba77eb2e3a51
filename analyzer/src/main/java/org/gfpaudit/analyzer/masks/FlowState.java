package org.gfpaudit.analyzer.masks;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import org.gfpaudit.analyzer.facts.TaskFlags;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.scope.ScopeState;
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

  // By hand: a state is compared at every edge, mostly with one that shares its maps.
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof FlowState that
            && (masks == that.masks || masks.equals(that.masks))
            && (paths == that.paths || paths.equals(that.paths))
            && scope.equals(that.scope));
  }

  @Override
  public int hashCode() {
    return 31 * (31 * masks.hashCode() + paths.hashCode()) + scope.hashCode();
  }

  Optional<MaskValue> mask(Slot slot) {
    return Optional.ofNullable(masks.get(slot));
  }

  /** What is known of a slot; bottom if nothing is. */
  MaskValue maskOrBottom(Slot slot) {
    return mask(slot).orElse(MaskValue.bottom());
  }

  /**
   * Whether a slot that is missing can hold anything. What is behind a pointer was set before, and
   * so were the fields of a struct that was set as a whole; another variable that is not set holds
   * nothing.
   */
  boolean isOpen(Slot slot) {
    return slot instanceof Slot.FieldBehind
        || slot instanceof Slot.Pointee
        || slot instanceof Slot.Initialised
        || (slot instanceof Slot.Field
            && (masks.containsKey(Slot.of(slot.variable()))
                || masks.containsKey(Slot.initialised(slot.variable()))
                || masks.containsKey(Slot.handedOut(slot.variable()))));
  }

  FlowState withMask(Slot slot, MaskValue value) {
    return with(put(masks, slot, value), paths, scope);
  }

  /** This state without what it knows of the slots that {@code forgotten} accepts. */
  FlowState without(Predicate<Slot> forgotten) {
    for (Slot slot : masks.keySet()) {
      if (forgotten.test(slot)) {
        Map<Slot, MaskValue> kept = new HashMap<>(masks);
        kept.keySet().removeIf(forgotten);
        return new FlowState(kept, paths, scope);
      }
    }
    return this;
  }

  FlowState withPaths(LocalVariable pointer, SortedSet<AccessPath> targets) {
    return with(masks, put(paths, pointer, targets), scope);
  }

  FlowState withScope(ScopeState newScope) {
    return newScope.equals(scope) ? this : new FlowState(masks, paths, newScope);
  }

  /** The least state above both: one of the two, the same object, wherever it is. */
  @SuppressWarnings("ReferenceEquality") // A join that adds nothing is this object.
  FlowState join(FlowState other) {
    if (this == other) {
      return this;
    }
    return with(
        mergeMasks(other, MaskValue::join),
        merge(paths, other.paths, FlowState::union),
        scope.join(other.scope));
  }

  /** A state above both such that chains of it are short. */
  @SuppressWarnings("ReferenceEquality") // A join that adds nothing is this object.
  FlowState widen(FlowState next) {
    if (this == next) {
      return this;
    }
    return with(
        mergeMasks(next, MaskValue::widen),
        merge(paths, next.paths, FlowState::union),
        scope.join(next.scope));
  }

  private FlowState with(
      Map<Slot, MaskValue> newMasks,
      Map<LocalVariable, SortedSet<AccessPath>> newPaths,
      ScopeState newScope) {
    return newMasks == masks && newPaths == paths && newScope.equals(scope)
        ? this
        : new FlowState(newMasks, newPaths, newScope);
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

  /** What is known of a slot on one path only is not known where it can hold anything else. */
  private Map<Slot, MaskValue> mergeMasks(FlowState other, BinaryOperator<MaskValue> join) {
    Map<Slot, MaskValue> both = merge(masks, other.masks, join);
    if (masks == other.masks) {
      return both;
    }
    Map<Slot, MaskValue> kept = new HashMap<>(both);
    for (Slot slot : both.keySet()) {
      FlowState without = masks.containsKey(slot) ? other : this;
      if (!without.masks.containsKey(slot) && without.isOpen(slot)) {
        without.joinUnset(slot, kept);
      }
    }
    return kept.equals(masks) ? masks : kept.equals(both) ? both : kept;
  }

  /** Joins what an open slot can hold in this state, where it is missing, to {@code joined}. */
  private void joinUnset(Slot slot, Map<Slot, MaskValue> joined) {
    Slot rest = Slot.initialised(slot.variable());
    MaskValue unnamed = masks.get(rest);
    MaskValue there = Objects.requireNonNull(joined.get(slot));
    if (!(slot instanceof Slot.Field) || unnamed == null) {
      joined.remove(slot);
    } else if (masks.containsKey(Slot.handedOut(slot.variable()))) {
      joined.remove(slot);
      joined.merge(rest, there, MaskValue::join);
    } else {
      joined.put(slot, there.join(unnamed));
    }
  }

  /** Both, and {@code left} itself where {@code right} adds nothing: most joins are such. */
  private static <K, V> Map<K, V> merge(Map<K, V> left, Map<K, V> right, BinaryOperator<V> join) {
    if (left == right) {
      return left;
    }
    Map<K, V> both = left;
    for (Map.Entry<K, V> entry : right.entrySet()) {
      V mine = left.get(entry.getKey());
      V theirs = entry.getValue();
      if (mine == theirs) {
        continue;
      }
      V joined = mine == null ? theirs : join.apply(mine, theirs);
      if (joined != mine) {
        if (both == left) {
          both = new HashMap<>(left);
        }
        both.put(entry.getKey(), joined);
      }
    }
    return both;
  }
}
