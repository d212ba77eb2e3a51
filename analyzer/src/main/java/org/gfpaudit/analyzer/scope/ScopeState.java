package org.gfpaudit.analyzer.scope;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.gfpaudit.analyzer.facts.TaskFlags;
import org.gfpaudit.analyzer.lower.LocalVariable;

/**
 * What is known of the task flags at one point: a must-analysis, so a join keeps what holds on both
 * paths. Immutable.
 *
 * @param flags certainly set
 * @param possible set on some path: the one may-analysis here, so a join keeps what holds on either
 * @param saved flags that were set at another point, by what makes them count
 * @param cookies what is kept for a restore call, by what keeps it; of a variable on some path, for
 *     who restores only where it saved is balanced
 * @param pending flags that are set if a variable holds no error: its function opens a scope where
 *     it succeeds
 * @param failed variables that certainly hold an error
 */
public record ScopeState(
    TaskFlags flags,
    TaskFlags possible,
    Map<CookieKey, TaskFlags> saved,
    Map<CookieKey, Cookie> cookies,
    Map<LocalVariable, TaskFlags> pending,
    Set<LocalVariable> failed) {

  /** Nothing known but the flags. */
  public static ScopeState of(TaskFlags flags) {
    return new ScopeState(flags, flags, Map.of(), Map.of(), Map.of(), Set.of());
  }

  // By hand: the states of most blocks differ in their flags or share their maps.
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof ScopeState that
            && flags.equals(that.flags)
            && possible.equals(that.possible)
            && isSame(saved, that.saved)
            && isSame(cookies, that.cookies)
            && isSame(pending, that.pending)
            && isSame(failed, that.failed));
  }

  private static boolean isSame(Object left, Object right) {
    return left == right || left.equals(right);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * flags.hashCode() + saved.hashCode()) + pending.hashCode();
  }

  /** What holds on both paths: this very state where the other adds no doubt. */
  @SuppressWarnings("ReferenceEquality") // A join that adds nothing is this object.
  public ScopeState join(ScopeState other) {
    if (this == other) {
      return this;
    }
    TaskFlags certain = flags.join(other.flags);
    TaskFlags either = possible.with(other.possible);
    Map<CookieKey, TaskFlags> bothSaved = common(saved, other.saved);
    Map<CookieKey, Cookie> eitherCookies = either(cookies, other.cookies);
    Map<LocalVariable, TaskFlags> bothPending = common(pending, other.pending);
    Set<LocalVariable> bothFailed = commonOf(failed, other.failed);
    return certain.equals(flags)
            && either.equals(possible)
            && bothSaved == saved
            && eitherCookies == cookies
            && bothPending == pending
            && bothFailed == failed
        ? this
        : new ScopeState(certain, either, bothSaved, eitherCookies, bothPending, bothFailed);
  }

  /** The keys of both with what both have; {@code left} itself where that is all of it. */
  private static <K> Map<K, TaskFlags> common(Map<K, TaskFlags> left, Map<K, TaskFlags> right) {
    if (left == right || left.isEmpty()) {
      return left;
    }
    Map<K, TaskFlags> both = new HashMap<>();
    boolean isSame = true;
    for (Map.Entry<K, TaskFlags> entry : left.entrySet()) {
      TaskFlags theirs = right.get(entry.getKey());
      if (theirs != null) {
        TaskFlags joined = entry.getValue().join(theirs);
        isSame &= joined.equals(entry.getValue());
        both.put(entry.getKey(), joined);
      }
    }
    return isSame && both.size() == left.size() ? left : both;
  }

  /**
   * What is kept on either path. What a variable keeps on one path only it keeps there alone: on
   * the other it holds nothing that could be restored. What something else keeps is from elsewhere
   * there.
   */
  private static Map<CookieKey, Cookie> either(
      Map<CookieKey, Cookie> left, Map<CookieKey, Cookie> right) {
    if (left == right || left.equals(right)) {
      return left;
    }
    Map<CookieKey, Cookie> both = new HashMap<>();
    left.forEach(
        (key, cookie) -> {
          Cookie theirs = right.get(key);
          if (theirs != null) {
            both.put(key, cookie.join(theirs));
          } else if (key.holdsOnOnePath()) {
            both.put(key, cookie);
          }
        });
    right.forEach(
        (key, cookie) -> {
          if (!left.containsKey(key) && key.holdsOnOnePath()) {
            both.put(key, cookie);
          }
        });
    return both.equals(left) ? left : both;
  }

  private static Set<LocalVariable> commonOf(Set<LocalVariable> left, Set<LocalVariable> right) {
    if (left == right || right.containsAll(left)) {
      return left;
    }
    Set<LocalVariable> both = new HashSet<>(left);
    both.retainAll(right);
    return both;
  }

  /** The flags that are kept under {@code cookie}; none where it keeps none. */
  TaskFlags kept(CookieKey cookie) {
    return saved.getOrDefault(cookie, TaskFlags.NONE);
  }

  ScopeState withFlags(TaskFlags newFlags) {
    return newFlags.equals(flags)
        ? this
        : new ScopeState(newFlags, possible.with(newFlags), saved, cookies, pending, failed);
  }

  ScopeState withoutPossible(TaskFlags less) {
    TaskFlags left = possible.without(less);
    return left.equals(possible)
        ? this
        : new ScopeState(flags, left, saved, cookies, pending, failed);
  }

  ScopeState withPossible(TaskFlags more) {
    TaskFlags all = possible.with(more);
    return all.equals(possible)
        ? this
        : new ScopeState(flags, all, saved, cookies, pending, failed);
  }

  ScopeState withSaved(CookieKey cookie, TaskFlags savedFlags) {
    if (savedFlags.equals(saved.get(cookie))) {
      return this;
    }
    Map<CookieKey, TaskFlags> changed = new HashMap<>(saved);
    changed.put(cookie, savedFlags);
    return new ScopeState(flags, possible, changed, cookies, pending, failed);
  }

  ScopeState withCookie(CookieKey key, Cookie cookie) {
    if (cookie.equals(cookies.get(key))) {
      return this;
    }
    Map<CookieKey, Cookie> changed = new HashMap<>(cookies);
    changed.put(key, cookie);
    return new ScopeState(flags, possible, saved, changed, pending, failed);
  }

  ScopeState withoutCookie(CookieKey key) {
    if (!cookies.containsKey(key)) {
      return this;
    }
    Map<CookieKey, Cookie> changed = new HashMap<>(cookies);
    changed.remove(key);
    return new ScopeState(flags, possible, saved, changed, pending, failed);
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
        flags, possible.with(opened), saved, cookies, changed, without(failed, variable));
  }

  /** {@code variable} holds an error: whatever is said of its success holds of nothing. */
  ScopeState withFailure(LocalVariable variable) {
    if (failed.contains(variable) && TaskFlags.ALL.equals(pending.get(variable))) {
      return this;
    }
    Map<LocalVariable, TaskFlags> changed = new HashMap<>(pending);
    changed.put(variable, TaskFlags.ALL);
    Set<LocalVariable> more = new HashSet<>(failed);
    more.add(variable);
    return new ScopeState(flags, possible, saved, cookies, changed, more);
  }

  /** {@code variable} holds no error: what was pending on it is set. */
  ScopeState withSuccess(LocalVariable variable) {
    TaskFlags opened =
        failed.contains(variable) ? TaskFlags.NONE : pending.getOrDefault(variable, TaskFlags.NONE);
    Set<LocalVariable> stillFailed = without(failed, variable);
    return opened.equals(TaskFlags.NONE) && stillFailed == failed
        ? this
        : new ScopeState(
            flags.with(opened), possible.with(opened), saved, cookies, pending, stillFailed);
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
        after, possible.without(closed).with(after), saved, cookies, changed, failed);
  }

  private static Set<LocalVariable> without(Set<LocalVariable> set, LocalVariable variable) {
    if (!set.contains(variable)) {
      return set;
    }
    Set<LocalVariable> less = new HashSet<>(set);
    less.remove(variable);
    return less;
  }
}
