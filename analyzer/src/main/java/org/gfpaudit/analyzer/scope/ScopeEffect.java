package org.gfpaudit.analyzer.scope;

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
