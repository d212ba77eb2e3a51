package org.gfpaudit.analyzer.scope;

import java.util.Optional;
import org.gfpaudit.analyzer.facts.TaskFlags;
import org.gfpaudit.analyzer.lower.Cleanup;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.rules.knowledge.Idiom;

/** What is opened where a guard is declared, and closed where the block ends that declares it. */
final class GuardTransfer {
  private final ScopeContext context;
  private final CookieTransfer cookies;

  GuardTransfer(ScopeContext context, CookieTransfer cookies) {
    this.context = context;
    this.cookies = cookies;
  }

  /** Whether a call declares a guard of a class that has to do with scopes. */
  boolean isGuard(Expr.Call call) {
    return !guardClass(call).equals(GuardClass.NEUTRAL);
  }

  /** The class of the guard that a call declares; the neutral one where it declares none. */
  private GuardClass guardClass(Expr.Call call) {
    Expr.Call named = call.callee() instanceof Expr.Call inner ? inner : call;
    return named.calledName().isPresent()
            && !named.arguments().isEmpty()
            && named.arguments().get(0) instanceof Expr.Name name
            && context.knowledge().isIdiom(Idiom.Kind.GUARD, named.calledName().get().text())
        ? context.effects().guard(name.text())
        : GuardClass.NEUTRAL;
  }

  /** What holds behind a call for which {@link #isGuard} holds. */
  ScopeState afterGuard(Expr.Call call, ScopeState state) {
    GuardClass guard = guardClass(call);
    boolean isDeclared =
        context.graph().blocks().stream()
            .flatMap(block -> block.held().stream())
            .anyMatch(held -> held instanceof Cleanup.OfGuard it && it.call().equals(call));
    if (!isDeclared) {
      return state; // The first call of guard(class)(object): the second one declares it.
    }
    int argument = call.callee() instanceof Expr.Call ? 0 : 1;
    TaskFlags named =
        guard.opensArgument() && call.arguments().size() == argument + 1
            ? cookies.expressions().bits(call.arguments().get(argument), state).certain()
            : TaskFlags.NONE;
    return state
        .withSaved(new CookieKey.BeforeGuard(call.span().start()), state.flags())
        .withFlags(cookies.seen(state.flags().with(guard.opens()).with(named)));
  }

  /** What holds where the block ends that declares something. */
  ScopeState afterCleanup(Cleanup cleanup, ScopeState state) {
    if (cleanup instanceof Cleanup.OfGuard guard) {
      GuardClass ended = guardClass(guard.call());
      if (ended.equals(GuardClass.NEUTRAL)) {
        return state;
      }
      CookieKey key = new CookieKey.BeforeGuard(guard.call().span().start());
      return state.closing(
          ended.closes(),
          state.flags().restored(ended.closes(), state.flags().join(state.kept(key))));
    }
    Cleanup.OfVariable variable = (Cleanup.OfVariable) cleanup;
    Optional<Cookie> cookie =
        Optional.ofNullable(state.cookies().get(new CookieKey.Local(variable.variable())));
    if (cookie.isPresent()) {
      return cookies.restored(cookie, TaskFlags.ALL, Optional.empty(), state);
    }
    String by = variable.by().name();
    TaskFlags closes =
        variable.by().isFree()
            ? context.effects().guard(by).closes()
            : closedBy(context.effects().of(context.file(), by));
    TaskFlags outer = state.kept(CookieKey.BeforeOpening.INSTANCE);
    return state.closing(closes, state.flags().restored(closes, state.flags().join(outer)));
  }

  private static TaskFlags closedBy(ScopeEffect effect) {
    return effect.cookies().restored().values().stream().reduce(effect.closes(), TaskFlags::with);
  }
}
