package org.gfpaudit.analyzer.scope;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.gfpaudit.analyzer.lower.LocalVariable;

/**
 * What is known of the task flags at one point: a must-analysis, so a join keeps what holds on both
 * paths. Immutable.
 *
 * @param flags certainly set
 * @param possible set on some path: the one may-analysis here, so a join keeps what holds on either
 * @param saved what a variable, or a field by its text, keeps for a later restore
 * @param pending flags that are set if a variable holds no error: its function opens a scope where
 *     it succeeds
 * @param failed variables that certainly hold an error
 */
public record ScopeState(
    TaskFlags flags,
    TaskFlags possible,
    Map<String, TaskFlags> saved,
    Map<LocalVariable, TaskFlags> pending,
    Set<LocalVariable> failed) {

  /** Nothing known but the flags. */
  public static ScopeState of(TaskFlags flags) {
    return new ScopeState(flags, flags, Map.of(), Map.of(), Set.of());
  }

  public ScopeState join(ScopeState other) {
    if (equals(other)) {
      return this;
    }
    Set<LocalVariable> bothFailed = new HashSet<>(failed);
    bothFailed.retainAll(other.failed);
    return new ScopeState(
        flags.join(other.flags),
        possible.with(other.possible),
        common(saved, other.saved),
        common(pending, other.pending),
        Set.copyOf(bothFailed));
  }

  private static <K> Map<K, TaskFlags> common(Map<K, TaskFlags> left, Map<K, TaskFlags> right) {
    Map<K, TaskFlags> both = new HashMap<>();
    left.forEach(
        (key, flags) -> {
          if (right.containsKey(key)) {
            both.put(key, flags.join(right.get(key)));
          }
        });
    return Map.copyOf(both);
  }

  ScopeState withFlags(TaskFlags newFlags) {
    return newFlags.equals(flags)
        ? this
        : new ScopeState(newFlags, possible.with(newFlags), saved, pending, failed);
  }

  ScopeState withoutPossible(TaskFlags less) {
    return new ScopeState(flags, possible.without(less), saved, pending, failed);
  }

  ScopeState withPossible(TaskFlags more) {
    return new ScopeState(flags, possible.with(more), saved, pending, failed);
  }

  ScopeState withSaved(String cookie, TaskFlags savedFlags) {
    Map<String, TaskFlags> changed = new HashMap<>(saved);
    changed.put(cookie, savedFlags);
    return new ScopeState(flags, possible, Map.copyOf(changed), pending, failed);
  }

  /** {@code variable} was set to something that opened {@code opened} unless it is an error. */
  ScopeState withPending(LocalVariable variable, TaskFlags opened) {
    boolean known = pending.containsKey(variable) || failed.contains(variable);
    if (!known && opened.equals(TaskFlags.NONE)) {
      return this;
    }
    Map<LocalVariable, TaskFlags> changed = new HashMap<>(pending);
    if (opened.equals(TaskFlags.NONE)) {
      changed.remove(variable);
    } else {
      changed.put(variable, opened);
    }
    return new ScopeState(
        flags, possible.with(opened), saved, Map.copyOf(changed), without(failed, variable));
  }

  /** {@code variable} holds an error: whatever is said of its success holds of nothing. */
  ScopeState withFailure(LocalVariable variable) {
    Map<LocalVariable, TaskFlags> changed = new HashMap<>(pending);
    changed.put(variable, TaskFlags.ALL);
    Set<LocalVariable> more = new HashSet<>(failed);
    more.add(variable);
    return new ScopeState(flags, possible, saved, Map.copyOf(changed), Set.copyOf(more));
  }

  /** {@code variable} holds no error: what was pending on it is set. */
  ScopeState withSuccess(LocalVariable variable) {
    TaskFlags opened =
        failed.contains(variable) ? TaskFlags.NONE : pending.getOrDefault(variable, TaskFlags.NONE);
    return new ScopeState(
        flags.with(opened), possible.with(opened), saved, pending, without(failed, variable));
  }

  /** A scope may have been closed: the flags become {@code after}, and nothing is pending on it. */
  ScopeState closing(TaskFlags closed, TaskFlags after) {
    if (closed.equals(TaskFlags.NONE)) {
      return this;
    }
    Map<LocalVariable, TaskFlags> changed = new HashMap<>(pending);
    changed.replaceAll(
        (variable, opened) -> failed.contains(variable) ? opened : opened.without(closed));
    changed.values().removeIf(TaskFlags.NONE::equals);
    return new ScopeState(
        after, possible.without(closed).with(after), saved, Map.copyOf(changed), failed);
  }

  private static Set<LocalVariable> without(Set<LocalVariable> set, LocalVariable variable) {
    if (!set.contains(variable)) {
      return set;
    }
    Set<LocalVariable> less = new HashSet<>(set);
    less.remove(variable);
    return Set.copyOf(less);
  }
}
