package org.gfpaudit.analyzer.scope;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gfpaudit.analyzer.facts.TaskFlags;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.rules.knowledge.ScopeRow;

/** How cookies move through one function: kept, copied, handed on and taken back. */
final class CookieTransfer {
  private final ScopeContext context;
  private final Supplier<OwnScopes> own;
  private final boolean isLeftToCaller;
  // The cookies of callers that were taken back, with the flags the restore calls are named after.
  private final Map<CookiePlace, TaskFlags> handed = new HashMap<>();
  // What the keys of cookies that callers have are for these.
  private final Map<CookieKey, CookiePlace> places = new HashMap<>();

  /**
   * @param isLeftToCaller whether a cookie of the caller that is taken back closes nothing here,
   *     for the question is what else is closed
   */
  CookieTransfer(ScopeContext context, Supplier<OwnScopes> own, boolean isLeftToCaller) {
    this.context = context;
    this.own = own;
    this.isLeftToCaller = isLeftToCaller;
  }

  /** The cookies of callers that were taken back at what was applied so far. */
  Map<CookiePlace, TaskFlags> handed() {
    return Map.copyOf(handed);
  }

  /** The cookies of a state that are left with a caller, by where it finds them. */
  Map<CookiePlace, Cookie> left(ScopeState state) {
    Map<CookiePlace, Cookie> left = new HashMap<>();
    state
        .cookies()
        .forEach(
            (key, cookie) -> {
              CookiePlace place = places.get(key);
              if (place != null && place.form() != CookiePlace.Form.VALUE) {
                left.put(place, cookie);
              }
            });
    return left;
  }

  /** Notes that a cookie of a caller may be taken back. */
  void noteHanded(CookiePlace place, TaskFlags named) {
    handed.merge(place, named, TaskFlags::with);
  }

  /** Notes where a caller finds what is kept under a key. */
  void notePlace(CookieKey key, CookiePlace place) {
    places.put(key, place);
  }

  boolean isLeftToCaller() {
    return isLeftToCaller;
  }

  /** Whether a call takes a cookie of this function, and so can close its scope. */
  boolean handsCookie(Expr.Call call) {
    return context.effects() != ScopeEffects.NONE
        && call.arguments().stream().anyMatch(argument -> isCookie(handed(argument)));
  }

  /** Whether a call is handed a function that closes a scope. */
  boolean handsCloser(Expr.Call call) {
    return call.arguments().stream()
        .anyMatch(
            argument ->
                handed(argument) instanceof Expr.Name name
                    && context.graph().variable(name).isEmpty()
                    && isCloser(name.text(), call));
  }

  private boolean isCloser(String function, Expr.Call call) {
    Optional<ScopeRow> row = context.knowledge().scope(function);
    return row.isPresent()
        ? row.get().kind() == ScopeRow.Kind.RESTORE || row.get().kind() == ScopeRow.Kind.PUT_BACK
        : handsCookie(call)
            && !context.effects().of(context.file(), function).equals(ScopeEffect.NEUTRAL);
  }

  /** An argument, or what it points to. */
  private static Expr handed(Expr argument) {
    return argument instanceof Expr.Unary unary && unary.operator() == UnaryOperator.ADDRESS
        ? unary.operand()
        : argument;
  }

  boolean isCookie(Expr expression) {
    if (expression instanceof Expr.Member member) {
      return own.get().fields().contains(member.field());
    }
    return BranchFacts.variable(expression, context.graph())
        .filter(variable -> variable.type().pointerDepth() == 0)
        .filter(variable -> own.get().cookies().contains(variable))
        .isPresent();
  }

  /** Nothing is certain of flags whose address is somewhere. */
  TaskFlags seen(TaskFlags flags) {
    return own.get().isLeaked() ? TaskFlags.NONE : flags;
  }

  /** What holds once a restore call took a cookie. */
  ScopeState restored(
      Optional<Cookie> cookie, TaskFlags named, Optional<CookiePlace> place, ScopeState state) {
    if (cookie.isPresent()) {
      TaskFlags after = cookie.get().restored(named, state.flags());
      return state.closing(cookie.get().closes(named), seen(after));
    }
    if (place.isPresent()) {
      noteHanded(place.get(), named);
      if (isLeftToCaller) {
        return state;
      }
    }
    return state.closing(named, state.flags().without(named));
  }

  /** What is known of the value of an expression as a cookie. */
  Optional<Cookie> cookie(Expr value, ScopeState state) {
    if (value instanceof Expr.Cast cast) {
      return cookie(cast.operand(), state);
    }
    if (value instanceof Expr.Assign assign && assign.compound().isEmpty()) {
      return cookie(assign.value(), state);
    }
    if (value instanceof Expr.Conditional conditional && conditional.whenTrue().isPresent()) {
      Optional<Cookie> whenTrue = cookie(conditional.whenTrue().get(), state);
      Optional<Cookie> whenFalse = cookie(conditional.whenFalse(), state);
      if (whenTrue.isPresent() && whenFalse.isPresent()) {
        return Optional.of(whenTrue.get().join(whenFalse.get()));
      }
      Cookie nothing = Cookie.NOTHING;
      if (whenTrue.isPresent() && isZero(conditional.whenFalse())) {
        return Optional.of(whenTrue.get().join(nothing));
      }
      if (whenFalse.isPresent() && isZero(conditional.whenTrue().get())) {
        return Optional.of(nothing.join(whenFalse.get()));
      }
      return whenTrue.isPresent() || whenFalse.isPresent()
          ? Optional.of(Cookie.UNKNOWN)
          : Optional.empty();
    }
    if (value instanceof Expr.Call call) {
      return Optional.ofNullable(state.cookies().get(beforeCall(call)));
    }
    if (keepsFlags(value)) {
      return Optional.of(Cookie.byHand(expressions().bits(value, state).certain()));
    }
    return state.cookies().isEmpty() || value instanceof Expr.Literal
        ? Optional.empty()
        : Optional.ofNullable(state.cookies().get(CookieKey.Storage.of(value, context)));
  }

  /** Keeps what a value is as a cookie, or forgets what was kept in its place. */
  ScopeState keep(CookieKey key, Expr value, ScopeState state) {
    Optional<Cookie> cookie = cookie(value, state);
    if (cookie.isPresent()) {
      return keep(key, cookie.get(), state);
    }
    boolean mayBeCookie =
        !(key instanceof CookieKey.Local local) || own.get().cookies().contains(local.variable());
    if (!mayBeCookie) {
      return state.withoutCookie(key);
    }
    return state.withCookie(key, isZero(value) ? Cookie.NOTHING : Cookie.UNKNOWN);
  }

  ScopeState keep(CookieKey key, Cookie cookie, ScopeState state) {
    ScopeState after = state.withCookie(key, cookie);
    // Who keeps the cookie in a local variable closes the scope before the variable is gone.
    return cookie.isOfCall() && own.get().givesBack(key)
        ? after.withoutPossible(cookie.asked())
        : after;
  }

  /** Nothing is known any more of cookies whose address a call was handed, but for what it says. */
  ScopeState withoutCookies(Expr.Call call, CookieEffect said, ScopeState state) {
    ScopeState after = state;
    for (int i = 0; i < call.arguments().size(); i++) {
      Expr argument = call.arguments().get(i);
      int at = i;
      boolean isSaid =
          said.stored().keySet().stream().anyMatch(place -> place.parameter() == at)
              || said.restored().keySet().stream().anyMatch(place -> place.parameter() == at);
      if (handed(argument) != argument && !isSaid && isCookie(handed(argument))) {
        CookieKey key = CookieKey.Storage.of(handed(argument), context);
        after = after.withCookie(key, Cookie.UNKNOWN);
      }
    }
    return after;
  }

  private static boolean isZero(Expr value) {
    return value instanceof Expr.Literal literal && literal.text().equals("0");
  }

  boolean keepsFlags(Expr value) {
    return FlagExpressions.keepsFlags(value, context, own);
  }

  static CookieKey beforeCall(Expr.Call call) {
    return new CookieKey.BeforeCall(call.span().start());
  }

  FlagExpressions expressions() {
    return new FlagExpressions(context, own);
  }
}
