package org.gfpaudit.analyzer.scope;

import java.util.Map;
import java.util.Optional;
import org.gfpaudit.analyzer.facts.TaskFlags;

/**
 * What a call does to the task flags of its caller.
 *
 * @param opens flags that are certainly set when the function returns
 * @param onSuccess whether that only holds where it returns no error: no negative number and no
 *     error pointer
 * @param mayOpen flags that are set on some path when it returns
 * @param closes flags that may be cleared when it returns, but for those that only depend on a
 *     cookie of the caller
 * @param cookies what it does with cookies of its caller
 */
public record ScopeEffect(
    TaskFlags opens, boolean onSuccess, TaskFlags mayOpen, TaskFlags closes, CookieEffect cookies) {
  /** Leaves the flags as they were; so do most functions. */
  public static final ScopeEffect NEUTRAL =
      new ScopeEffect(TaskFlags.NONE, false, TaskFlags.NONE, TaskFlags.NONE, CookieEffect.NONE);

  private static final ScopeProblem.Kept NOTHING_KEPT =
      new ScopeProblem.Kept(Optional.empty(), Map.of());

  // By hand: nearly every comparison is with the neutral effect itself.
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof ScopeEffect that
            && opens.equals(that.opens)
            && onSuccess == that.onSuccess
            && mayOpen.equals(that.mayOpen)
            && closes.equals(that.closes)
            && cookies.equals(that.cookies));
  }

  @Override
  public int hashCode() {
    return 31 * (31 * opens.hashCode() + mayOpen.hashCode()) + closes.hashCode();
  }

  /** What a caller sees of what a run through a function told. */
  static ScopeEffect of(ScopeProblem.Outcomes outcomes) {
    ScopeProblem.Outcome fromNone = outcomes.fromNone();
    ScopeProblem.Outcome fromAll = outcomes.fromAll();
    TaskFlags opens =
        fromNone.atReturns().isEmpty()
            ? fromNone.fails() ? TaskFlags.NONE : exitFlags(fromNone, TaskFlags.NONE)
            : fromNone.atReturns().stream().reduce(TaskFlags.ALL, TaskFlags::join);
    TaskFlags mayOpen =
        fromNone.atExit().map(ScopeState::possible).orElse(TaskFlags.NONE).with(opens);
    for (TaskFlags flags : fromNone.pendingAtReturns()) {
      mayOpen = mayOpen.with(flags);
    }
    TaskFlags closes = TaskFlags.ALL.without(exitFlags(fromAll, TaskFlags.ALL));
    boolean onSuccess = fromNone.fails() || fromNone.depends();
    // A cookie of a scope that is closed again is of no use to anybody.
    CookieEffect cookies =
        mayOpen.equals(TaskFlags.NONE)
            ? CookieEffect.of(NOTHING_KEPT, NOTHING_KEPT, outcomes.restored())
            : CookieEffect.of(fromNone.kept(), fromAll.kept(), outcomes.restored());
    return new ScopeEffect(
        opens, onSuccess && !opens.equals(TaskFlags.NONE), mayOpen, closes, cookies);
  }

  private static TaskFlags exitFlags(ScopeProblem.Outcome outcome, TaskFlags ofNoExit) {
    return outcome.atExit().map(ScopeState::flags).orElse(ofNoExit);
  }

  /** What holds whichever of two functions is called. */
  ScopeEffect join(ScopeEffect other) {
    return new ScopeEffect(
        opens.join(other.opens),
        onSuccess || other.onSuccess,
        mayOpen.with(other.mayOpen),
        closes.with(other.closes),
        cookies.join(other.cookies));
  }
}
