package org.gfpaudit.analyzer.scope;

import java.util.Map;
import java.util.Optional;
import org.gfpaudit.analyzer.facts.TaskFlags;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.grammar.ast.BinaryOperator;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.rules.knowledge.ScopeRow;

/**
 * What opens and closes a task scope inside one function: the save and restore calls that the
 * kernel knowledge lists, functions that open and close, and {@code current->flags} set, cleared
 * and restored by hand.
 */
public final class ScopeTransfer {
  private final ScopeContext context;
  private final TaskFlags entry;
  private final boolean isSummary;
  private final CookieTransfer cookies;
  private final GuardTransfer guards;
  private final ValueTransfer values;
  // Looked for when it is first asked: most functions have no scopes at all.
  private Optional<OwnScopes> own = Optional.empty();

  /**
   * @param entry the flags that are set when the function is entered
   */
  public ScopeTransfer(ScopeContext context, TaskFlags entry) {
    this(context, entry, /* isSummary= */ false);
  }

  /**
   * @param isSummary whether it is asked what a caller sees: a cookie of the caller that is taken
   *     back then closes nothing of the flags that are set on entry, for the caller knows what it
   *     closes
   */
  ScopeTransfer(ScopeContext context, TaskFlags entry, boolean isSummary) {
    this.context = context;
    this.entry = entry;
    this.isSummary = isSummary;
    this.cookies = new CookieTransfer(context, this::own, isSummary && entry.equals(TaskFlags.ALL));
    this.guards = new GuardTransfer(context, cookies);
    this.values = new ValueTransfer(context, cookies.expressions());
  }

  /** The same for a function that is entered with other flags. */
  ScopeTransfer enteredWith(TaskFlags flags) {
    ScopeTransfer other = new ScopeTransfer(context, flags, isSummary);
    other.own = own;
    return other;
  }

  /** How cookies move. */
  CookieTransfer cookies() {
    return cookies;
  }

  /** What is undone where a block ends. */
  GuardTransfer guards() {
    return guards;
  }

  /** What values say of scopes. */
  ValueTransfer values() {
    return values;
  }

  private OwnScopes own() {
    if (own.isEmpty()) {
      own = Optional.of(OwnScopes.of(context));
    }
    return own.get();
  }

  /** Whether a call can set or clear a task flag, or take part in what is known of a cookie. */
  boolean changesFlags(Expr.Call call) {
    return mayChange(call);
  }

  /** The same of an assignment. */
  boolean changesFlags(Expr.Assign assign) {
    return isTaskFlags(assign.target()) || cookies.isCookie(assign.target());
  }

  /** Whether {@link #afterCall} can change a state. */
  public boolean mayChange(Expr.Call call) {
    if (guards.isGuard(call)
        || cookies.handsCloser(call)
        || (context.effects() != ScopeEffects.NONE && Results.handsOut(call, context.graph()))) {
      return true;
    }
    Optional<String> called = calledFunction(call);
    return called.isEmpty()
        ? cookies.handsCookie(call)
        : context.knowledge().scope(called.get()).isPresent()
            || !context.effects().of(context.file(), called.get()).equals(ScopeEffect.NEUTRAL)
            || isWriteToFlags(called.get(), call)
            || cookies.handsCookie(call);
  }

  /** The function that is called by its name; empty for a call through a pointer. */
  private Optional<String> calledFunction(Expr.Call call) {
    return call.calledName()
        .filter(name -> context.graph().variable(name).isEmpty())
        .map(Expr.Name::text);
  }

  /** Whether it is not known what a function does to the flags. */
  private boolean isUnseen(String name) {
    return context.knowledge().scope(name).isEmpty()
        && context.effects().isUnseen(context.file(), name);
  }

  /** {@code WRITE_ONCE(current->flags, ...)} and kin. */
  private boolean isWriteToFlags(String called, Expr.Call call) {
    return context.knowledge().isWriter(called)
        && call.arguments().stream().anyMatch(this::isTaskFlags);
  }

  /** Whether {@link #afterIncrement} can change a state. */
  public boolean mayChangeIncremented(Expr operand) {
    return context.effects() != ScopeEffects.NONE
        && BranchFacts.variable(operand, context.graph()).isPresent();
  }

  /** Whether {@link #afterAssign} can change a state. */
  public boolean mayChange(Expr.Assign assign) {
    Optional<LocalVariable> variable =
        assign.target() instanceof Expr.Name name
            ? context.graph().variable(name)
            : Optional.empty();
    return isTaskFlags(assign.target())
        || FlagExpressions.mayBeTaskFlags(assign.target(), context)
        || (assign.target() instanceof Expr.Member member
            && own().fields().contains(member.field()))
        || mayChange(variable, assign.value());
  }

  /** Whether it can change a state that {@code value} is set, to a variable or else. */
  public boolean mayChange(Optional<LocalVariable> variable, Expr value) {
    if (variable.isPresent()
        && (context.effects() != ScopeEffects.NONE || own().cookies().contains(variable.get()))) {
      return true; // What was known of the variable is forgotten.
    }
    // The value of a call is kept where it opens a scope.
    return cookies.keepsFlags(value)
        || cookies.isCookie(value)
        || (value instanceof Expr.Call call && mayChange(call));
  }

  /** Whether {@link #afterStatement} can change a state. */
  public boolean mayChangeAsStatement(Expr statement) {
    return !ofStatement(statement).equals(ScopeEffect.NEUTRAL);
  }

  /**
   * Behind {@code END_OF_SCOPE;}, an object-like macro: whose cookie it takes is not looked for, so
   * what it may close is closed, and what it opens is not claimed.
   */
  public ScopeState afterStatement(Expr statement, ScopeState state) {
    ScopeEffect effect = ofStatement(statement);
    return effect.equals(ScopeEffect.NEUTRAL)
        ? state
        : state.closing(TaskFlags.ALL, TaskFlags.NONE);
  }

  private ScopeEffect ofStatement(Expr statement) {
    if (statement instanceof Expr.Cast cast) {
      return ofStatement(cast.operand());
    }
    if (statement instanceof Expr.Comma comma) {
      return comma.parts().stream()
          .map(this::ofStatement)
          .filter(effect -> !effect.equals(ScopeEffect.NEUTRAL))
          .findFirst()
          .orElse(ScopeEffect.NEUTRAL);
    }
    return statement instanceof Expr.Name name && context.graph().variable(name).isEmpty()
        ? context.effects().ofStatement(context.file(), name.text())
        : ScopeEffect.NEUTRAL;
  }

  public ScopeState afterCall(Expr.Call call, ScopeState state) {
    return Results.afterCall(call, context.graph(), afterCallee(call, state));
  }

  /** {@code variable++} and kin: what is counted says nothing of success any more. */
  public ScopeState afterIncrement(Expr operand, ScopeState state) {
    return Results.changed(operand, context.graph(), state);
  }

  private ScopeState afterCallee(Expr.Call call, ScopeState state) {
    if (guards.isGuard(call)) {
      return guards.afterGuard(call, state);
    }
    if (cookies.handsCloser(call)) {
      // Who is handed memalloc_nofs_restore() can call it, now or later.
      return cookies.withoutCookies(
          call, CookieEffect.NONE, state.closing(TaskFlags.ALL, TaskFlags.NONE));
    }
    Optional<String> called = calledFunction(call);
    boolean handsCookie = cookies.handsCookie(call);
    if (called.isEmpty() || (handsCookie && isUnseen(called.get()))) {
      // Who takes a cookie and is not followed may be memalloc_nofs_restore() by another name.
      return handsCookie
          ? cookies.withoutCookies(
              call, CookieEffect.NONE, state.closing(TaskFlags.ALL, TaskFlags.NONE))
          : state;
    }
    String name = called.get();
    Optional<ScopeRow> row = context.knowledge().scope(name);
    if (row.isPresent() && row.get().kind() == ScopeRow.Kind.SAVE) {
      return afterSave(row.get(), call, state);
    }
    if (row.isPresent() && row.get().kind() == ScopeRow.Kind.RESTORE) {
      return afterRestore(row.get(), call, state);
    }
    if (row.isPresent() && row.get().kind() == ScopeRow.Kind.PUT_BACK) {
      return afterPutBack(call, state);
    }
    if (isWriteToFlags(name, call)) {
      return state.closing(TaskFlags.ALL, TaskFlags.NONE);
    }
    ScopeEffect effect = context.effects().of(context.file(), name);
    if (!effect.equals(ScopeEffect.NEUTRAL)) {
      return afterEffect(effect, call, state);
    }
    return handsCookie ? cookies.withoutCookies(call, CookieEffect.NONE, state) : state;
  }

  private ScopeState afterSave(ScopeRow row, Expr.Call call, ScopeState state) {
    FlagBits asked = cookies.expressions().named(row, call, state);
    Cookie cookie = Cookie.ofCall(asked.possible(), state.flags());
    return state
        .withCookie(CookieTransfer.beforeCall(call), cookie)
        .withFlags(cookies.seen(state.flags().with(asked.certain())));
  }

  private ScopeState afterRestore(ScopeRow row, Expr.Call call, ScopeState state) {
    TaskFlags named = row.scope().map(TaskFlags::of).orElse(TaskFlags.ALL);
    if (call.arguments().isEmpty()) {
      return state.closing(named, state.flags().without(named));
    }
    Expr kept = call.arguments().get(0);
    return cookies.restored(
        cookies.cookie(kept, state), named, CookiePlace.of(kept, context), state);
  }

  /**
   * {@code current_restore_flags(kept, which)}: the last argument says which flags are put back.
   */
  private ScopeState afterPutBack(Expr.Call call, ScopeState state) {
    int last = call.arguments().size() - 1;
    if (last < 1) {
      return state.closing(TaskFlags.ALL, TaskFlags.NONE);
    }
    FlagBits which = cookies.expressions().bits(call.arguments().get(last), state);
    FlagBits kept = cookies.expressions().bits(call.arguments().get(last - 1), state);
    TaskFlags put = kept.certain().join(which.certain());
    TaskFlags left = state.flags().without(which.possible());
    return state.closing(which.possible(), cookies.seen(left.with(put)));
  }

  /**
   * A call that closes restores what was there before the call that opened, where that was seen: a
   * nested scope leaves the outer one open.
   */
  private ScopeState afterEffect(ScopeEffect effect, Expr.Call call, ScopeState before) {
    ScopeState state = before;
    TaskFlags closes = effect.closes();
    CookieEffect said = effect.cookies();
    for (Map.Entry<CookiePlace, TaskFlags> taken : said.restored().entrySet()) {
      TaskFlags named = taken.getValue();
      Optional<Cookie> cookie =
          taken.getKey().in(call, context).map(key -> before.cookies().get(key));
      Optional<CookiePlace> above = taken.getKey().above(call, context);
      if (cookie.isPresent()) {
        state = cookies.restored(cookie, named, Optional.empty(), state);
      } else {
        // Who opens as well, as one who restarts a transaction, leaves it open where it succeeds.
        if (!own().opens() || named.equals(TaskFlags.ALL)) {
          above.ifPresent(place -> cookies.noteHanded(place, named));
        }
        closes = above.isPresent() && cookies.isLeftToCaller() ? closes : closes.with(named);
      }
    }
    TaskFlags outer =
        state
            .saved()
            .getOrDefault(CookieKey.BeforeOpening.INSTANCE, own().opens() ? entry : TaskFlags.NONE);
    state = state.closing(closes, state.flags().restored(closes, outer));
    for (Map.Entry<CookiePlace, CookieEffect.Left> left : said.stored().entrySet()) {
      Optional<CookieKey.Storage> key = left.getKey().in(call, context);
      if (key.isPresent()) {
        left.getKey().above(call, context).ifPresent(place -> cookies.notePlace(key.get(), place));
        state = cookies.keep(key.get(), left.getValue().calledWith(before.flags()), state);
      }
    }
    if (said.returned().isPresent()) {
      Cookie returned = said.returned().get().calledWith(before.flags());
      state = state.withCookie(CookieTransfer.beforeCall(call), returned);
    }
    state = cookies.withoutCookies(call, said, state);
    if (effect.mayOpen().equals(TaskFlags.NONE)) {
      return state;
    }
    state =
        state
            .withSaved(CookieKey.BeforeOpening.INSTANCE, state.flags())
            .withPossible(effect.mayOpen());
    return effect.onSuccess()
        ? state
        : state.withFlags(cookies.seen(state.flags().with(effect.opens())));
  }

  public ScopeState afterInitialize(LocalVariable variable, Expr value, ScopeState state) {
    return values.kept(variable, value, cookies.keep(new CookieKey.Local(variable), value, state));
  }

  public ScopeState afterAssign(Expr.Assign assign, ScopeState state) {
    if (isTaskFlags(assign.target())) {
      return afterFlags(assign, state);
    }
    if (FlagExpressions.mayBeTaskFlags(assign.target(), context)) {
      ScopeState after = afterFlags(assign, state);
      return after.withFlags(after.flags().join(state.flags()));
    }
    CookieKey key = CookieKey.Storage.of(assign.target(), context);
    if (assign.compound().isPresent()) {
      ScopeState after = Results.changed(assign.target(), context.graph(), state);
      return after.cookies().containsKey(key) ? after.withCookie(key, Cookie.UNKNOWN) : after;
    }
    ScopeState kept = cookies.keep(key, assign.value(), state);
    if (kept.cookies().containsKey(key)) {
      CookiePlace.of(assign.target(), context).ifPresent(place -> cookies.notePlace(key, place));
    }
    return key instanceof CookieKey.Local local
        ? values.kept(local.variable(), assign.value(), kept)
        : kept;
  }

  /** {@code current->flags} after an assignment to them. */
  private ScopeState afterFlags(Expr.Assign assign, ScopeState state) {
    FlagBits value = cookies.expressions().bits(assign.value(), state);
    if (assign.compound().isEmpty()) {
      return set(value, state);
    }
    BinaryOperator operator = assign.compound().get();
    return switch (operator) {
      case BIT_OR -> state.withFlags(cookies.seen(state.flags().with(value.certain())));
      case BIT_AND ->
          state.closing(
              TaskFlags.ALL.without(value.certain()),
              cookies.seen(state.flags().join(value.certain())));
      case BIT_XOR -> state.closing(value.possible(), state.flags().without(value.possible()));
      default -> state.closing(TaskFlags.ALL, TaskFlags.NONE);
    };
  }

  private ScopeState set(FlagBits value, ScopeState state) {
    TaskFlags lost = TaskFlags.ALL.without(value.certain());
    return state
        .closing(lost, state.flags().without(lost))
        .withFlags(cookies.seen(value.certain()));
  }

  private boolean isTaskFlags(Expr expression) {
    return FlagExpressions.isTaskFlags(expression, context, this::own);
  }
}
