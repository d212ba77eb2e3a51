package org.gfpaudit.analyzer.masks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import org.gfpaudit.analyzer.facts.TaskFlags;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.scope.ScopeState;
import org.gfpaudit.analyzer.solver.SharedMap;
import org.gfpaudit.rules.mask.AccessPath;
import org.gfpaudit.rules.mask.MaskValue;

/**
 * What is known at one point of a function. Immutable; a slot or variable that is missing has not
 * been set on any path (bottom). A state shares with the one before it all but what was changed.
 *
 * @param masks what the slots of each variable can hold; never none of a variable
 * @param paths which objects each pointer can point to; never an empty set
 * @param scope the task flags that are certainly set, and what is saved of them
 */
record FlowState(
    SharedMap<LocalVariable, Map<Slot, MaskValue>> masks,
    SharedMap<LocalVariable, SortedSet<AccessPath>> paths,
    ScopeState scope) {

  static final FlowState EMPTY =
      new FlowState(SharedMap.empty(), SharedMap.empty(), ScopeState.of(TaskFlags.NONE));

  Optional<MaskValue> mask(Slot slot) {
    return Optional.ofNullable(masksOf(slot.variable()).get(slot));
  }

  /** What the slots of a variable can hold that were set. */
  Map<Slot, MaskValue> masksOf(LocalVariable variable) {
    return masks.getOrDefault(variable, Map.of());
  }

  /** Takes every slot that was set with what it can hold, variable by variable. */
  void forEachMask(BiConsumer<Slot, MaskValue> action) {
    masks.forEach((variable, slots) -> slots.forEach(action));
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
    return isOpen(slot, masksOf(slot.variable()));
  }

  /** As {@link #isOpen(Slot)}, where {@code masks} is what is known of the variable. */
  private static boolean isOpen(Slot slot, Map<Slot, MaskValue> masks) {
    return slot instanceof Slot.FieldBehind
        || slot instanceof Slot.Pointee
        || slot instanceof Slot.Initialised
        || (slot instanceof Slot.Field
            && (masks.containsKey(Slot.of(slot.variable()))
                || masks.containsKey(Slot.initialised(slot.variable()))
                || masks.containsKey(Slot.handedOut(slot.variable()))));
  }

  FlowState withMask(Slot slot, MaskValue value) {
    Map<Slot, MaskValue> before = masksOf(slot.variable());
    if (mask(slot).filter(value::equals).isPresent()) {
      return this;
    }
    Map<Slot, MaskValue> changed = new HashMap<>(before);
    changed.put(slot, value);
    return new FlowState(masks.with(slot.variable(), changed), paths, scope);
  }

  /** This state without what it knows of the slots of a variable that are lost with it. */
  FlowState withoutLost(LocalVariable variable) {
    Map<Slot, MaskValue> before = masksOf(variable);
    if (before.keySet().stream().noneMatch(Slot::isLostWithVariable)) {
      return this;
    }
    Map<Slot, MaskValue> kept = new HashMap<>(before);
    kept.keySet().removeIf(Slot::isLostWithVariable);
    return new FlowState(
        kept.isEmpty() ? masks.without(variable) : masks.with(variable, kept), paths, scope);
  }

  FlowState withPaths(LocalVariable pointer, SortedSet<AccessPath> targets) {
    return with(masks, paths.with(pointer, targets), scope);
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
        masks.merged(other.masks, merging(MaskValue::join)),
        paths.merged(other.paths, SharedMap.keeping(FlowState::union)),
        scope.join(other.scope));
  }

  /** A state above both such that chains of it are short. */
  @SuppressWarnings("ReferenceEquality") // A join that adds nothing is this object.
  FlowState widen(FlowState next) {
    if (this == next) {
      return this;
    }
    return with(
        masks.merged(next.masks, merging(MaskValue::widen)),
        paths.merged(next.paths, SharedMap.keeping(FlowState::union)),
        scope.join(next.scope));
  }

  @SuppressWarnings("ReferenceEquality") // A join that adds nothing is this object.
  private FlowState with(
      SharedMap<LocalVariable, Map<Slot, MaskValue>> newMasks,
      SharedMap<LocalVariable, SortedSet<AccessPath>> newPaths,
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

  private static SharedMap.Merging<Map<Slot, MaskValue>> merging(BinaryOperator<MaskValue> join) {
    return (mine, theirs) -> {
      Map<Slot, MaskValue> both =
          merged(mine == null ? Map.of() : mine, theirs == null ? Map.of() : theirs, join);
      return both.isEmpty() ? null : both;
    };
  }

  /**
   * What is known of the slots of one variable after two paths: what is known on one path only is
   * not known where the slot can hold anything else.
   */
  private static Map<Slot, MaskValue> merged(
      Map<Slot, MaskValue> mine, Map<Slot, MaskValue> theirs, BinaryOperator<MaskValue> join) {
    Map<Slot, MaskValue> both = merge(mine, theirs, join);
    Map<Slot, MaskValue> kept = new HashMap<>(both);
    List<Slot> rests = new ArrayList<>();
    for (Slot slot : both.keySet()) {
      Map<Slot, MaskValue> without = mine.containsKey(slot) ? theirs : mine;
      if (without.containsKey(slot) || !isOpen(slot, without)) {
        continue;
      }
      if (slot instanceof Slot.Initialised) {
        rests.add(slot); // Whatever is joined to it, nothing is known of it.
      } else {
        joinUnset(slot, without, kept);
      }
    }
    rests.forEach(kept::remove);
    return kept.equals(mine) ? mine : kept.equals(theirs) ? theirs : kept;
  }

  /** Joins what an open slot can hold, where it is missing, to {@code joined}. */
  private static void joinUnset(
      Slot slot, Map<Slot, MaskValue> without, Map<Slot, MaskValue> joined) {
    Slot rest = Slot.initialised(slot.variable());
    MaskValue unnamed = without.get(rest);
    MaskValue there = Objects.requireNonNull(joined.get(slot));
    if (!(slot instanceof Slot.Field) || unnamed == null) {
      joined.remove(slot);
    } else if (without.containsKey(Slot.handedOut(slot.variable()))) {
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
