package org.gfpaudit.analyzer.scope;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.analyzer.facts.TaskFlags;

/**
 * What a call does with cookies of its caller.
 *
 * @param returned the cookie that it returns
 * @param stored those it leaves with the caller
 * @param restored the cookies of the caller that it may take back, with the flags that its restore
 *     calls are named after; all, where one is named after none
 */
record CookieEffect(
    Optional<Left> returned, Map<CookiePlace, Left> stored, Map<CookiePlace, TaskFlags> restored) {
  static final CookieEffect NONE = new CookieEffect(Optional.empty(), Map.of(), Map.of());

  /**
   * A cookie that a function leaves behind, as a part of the flags it is entered with.
   *
   * @param fromNone what it is where the function is entered with no flag set
   * @param fromAll the same where all are
   */
  record Left(Cookie fromNone, Cookie fromAll) {
    Left join(Left other) {
      return new Left(fromNone.join(other.fromNone), fromAll.join(other.fromAll));
    }

    /** The cookie where the function is called with these flags certainly set. */
    Cookie calledWith(TaskFlags flags) {
      TaskFlags before = fromNone.before().with(fromAll.before().join(flags));
      Cookie both = fromNone.join(fromAll);
      return fromNone.isOfCall() == fromAll.isOfCall()
          ? new Cookie(both.asked(), both.own(), before, both.isOfCall())
          : Cookie.UNKNOWN;
    }
  }

  /**
   * What a caller sees of the cookies that two runs through a function left.
   *
   * @param none of the run that was entered with no flag set
   * @param all of the one that was with all
   */
  static CookieEffect of(
      ScopeProblem.Kept none, ScopeProblem.Kept all, Map<CookiePlace, TaskFlags> restored) {
    Optional<Left> returned =
        none.returned().flatMap(cookie -> all.returned().map(other -> new Left(cookie, other)));
    Map<CookiePlace, Left> stored = new HashMap<>();
    none.stored()
        .forEach(
            (place, cookie) -> {
              Cookie other = all.stored().get(place);
              if (other != null) {
                stored.put(place, new Left(cookie, other));
              }
            });
    return returned.isEmpty() && stored.isEmpty() && restored.isEmpty()
        ? NONE
        : new CookieEffect(returned, stored, restored);
  }

  /** What holds whichever of two functions is called. */
  CookieEffect join(CookieEffect other) {
    if (equals(other)) {
      return this;
    }
    Map<CookiePlace, TaskFlags> mayRestore = new HashMap<>(restored);
    other.restored.forEach((place, named) -> mayRestore.merge(place, named, TaskFlags::with));
    Map<CookiePlace, Left> bothStore = new HashMap<>();
    stored.forEach(
        (place, left) -> {
          if (other.stored.containsKey(place)) {
            bothStore.put(place, left.join(other.stored.get(place)));
          }
        });
    Optional<Left> either =
        returned.isPresent() && other.returned.isPresent()
            ? Optional.of(returned.get().join(other.returned.get()))
            : returned.or(other::returned);
    return new CookieEffect(either, bothStore, mayRestore);
  }
}
