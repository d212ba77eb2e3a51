package org.gfpaudit.analyzer.locks;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.rules.finding.LockClass;

/**
 * The locks at one point of a function. Nothing in it is to be changed.
 *
 * @param held those that are held on every way there
 * @param given those of the callers that were given back on some way there
 * @param outcomes by variable, the locks that are held if what the variable was set to succeeded
 * @param failed the variables that certainly hold a failure
 * @param isNever whether no way leads there with the constants that the function is called with
 */
public record LockState(
    SortedMap<LockClass, HeldLock> held,
    SortedSet<LockClass> given,
    Map<LocalVariable, List<HeldLock>> outcomes,
    Set<LocalVariable> failed,
    boolean isNever) {
  /** Where nothing is held. */
  public static final LockState NONE =
      new LockState(new TreeMap<>(), new TreeSet<>(), Map.of(), Set.of());

  /** Where no way leads. */
  static final LockState NEVER =
      new LockState(new TreeMap<>(), new TreeSet<>(), Map.of(), Set.of(), /* isNever= */ true);

  private LockState(
      SortedMap<LockClass, HeldLock> held,
      SortedSet<LockClass> given,
      Map<LocalVariable, List<HeldLock>> outcomes,
      Set<LocalVariable> failed) {
    this(held, given, outcomes, failed, /* isNever= */ false);
  }

  /** Where one lock is held. */
  public static LockState of(HeldLock lock) {
    return NONE.taking(lock);
  }

  LockState join(LockState other) {
    if (equals(other) || other.isNever) {
      return this;
    }
    if (isNever) {
      return other;
    }
    SortedMap<LockClass, HeldLock> both = new TreeMap<>();
    held.forEach(
        (lock, mine) -> {
          HeldLock theirs = other.held.get(lock);
          if (theirs != null) {
            both.put(lock, mine.or(theirs));
          }
        });
    SortedSet<LockClass> either = new TreeSet<>(given);
    either.addAll(other.given);
    Set<LocalVariable> failures = new HashSet<>(failed);
    failures.retainAll(other.failed);
    return new LockState(both, either, outcomesWith(other), failures);
  }

  /**
   * What a success of a variable says on both of two ways: also that a lock is held which only one
   * of them has, where the variable is a failure on the other.
   */
  private Map<LocalVariable, List<HeldLock>> outcomesWith(LockState other) {
    Set<LocalVariable> variables = new HashSet<>(outcomes.keySet());
    variables.addAll(other.outcomes.keySet());
    variables.addAll(failed);
    variables.addAll(other.failed);
    Map<LocalVariable, List<HeldLock>> both = new HashMap<>();
    for (LocalVariable variable : variables) {
      Map<LockClass, HeldLock> locks = new TreeMap<>();
      for (LockState each : List.of(this, other)) {
        each.outcomes
            .getOrDefault(variable, List.of())
            .forEach(lock -> locks.putIfAbsent(lock.lock(), lock));
        if (failed.contains(variable) != other.failed.contains(variable)) {
          each.held.forEach(locks::putIfAbsent);
        }
      }
      locks.keySet().removeIf(lock -> held.containsKey(lock) && other.held.containsKey(lock));
      locks.keySet().removeIf(lock -> !says(variable, lock) || !other.says(variable, lock));
      if (!locks.isEmpty()) {
        both.put(variable, List.copyOf(locks.values()));
      }
    }
    return both;
  }

  /** Whether a lock is held if a variable is a success. */
  private boolean says(LocalVariable variable, LockClass lock) {
    return failed.contains(variable)
        || held.containsKey(lock)
        || outcomes.getOrDefault(variable, List.of()).stream()
            .anyMatch(each -> each.lock().equals(lock));
  }

  LockState taking(HeldLock lock) {
    SortedMap<LockClass, HeldLock> more = new TreeMap<>(held);
    more.put(lock.lock(), lock);
    return new LockState(more, given, outcomes, failed);
  }

  /** Where a lock was given back; one that is not held here is one of the callers. */
  LockState giving(LockClass lock) {
    Map<LocalVariable, List<HeldLock>> others = new HashMap<>(outcomes);
    others.values().removeIf(locks -> locks.stream().anyMatch(it -> it.lock().equals(lock)));
    LockState without = new LockState(held, given, others, failed).without(lock);
    if (held.containsKey(lock)) {
      return without;
    }
    SortedSet<LockClass> more = new TreeSet<>(given);
    more.add(lock);
    return new LockState(held, more, others, failed);
  }

  /** Where a lock is not held, and was not given back. */
  LockState without(LockClass lock) {
    SortedMap<LockClass, HeldLock> fewer = new TreeMap<>(held);
    fewer.remove(lock);
    return new LockState(fewer, given, outcomes, failed);
  }

  /** Where a variable was set to the outcome of something that takes locks, or of nothing. */
  LockState withOutcome(LocalVariable variable, List<HeldLock> locks) {
    if (locks.isEmpty() && !outcomes.containsKey(variable) && !failed.contains(variable)) {
      return this;
    }
    Map<LocalVariable, List<HeldLock>> changed = new HashMap<>(outcomes);
    if (locks.isEmpty()) {
      changed.remove(variable);
    } else {
      changed.put(variable, List.copyOf(locks));
    }
    Set<LocalVariable> others = new HashSet<>(failed);
    others.remove(variable);
    return new LockState(held, given, changed, others);
  }

  /** Where a variable certainly holds a failure, or a success. */
  LockState decided(LocalVariable variable, boolean isSuccess) {
    Set<LocalVariable> others = new HashSet<>(failed);
    boolean isNew = isSuccess ? others.remove(variable) : others.add(variable);
    return isNew ? new LockState(held, given, outcomes, others) : this;
  }

  /** What is held if a variable holds a success, which it does for all that is known. */
  List<HeldLock> outcome(LocalVariable variable) {
    return failed.contains(variable) ? List.of() : outcomes.getOrDefault(variable, List.of());
  }
}
