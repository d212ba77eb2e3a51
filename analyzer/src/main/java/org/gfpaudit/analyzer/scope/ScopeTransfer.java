package org.gfpaudit.analyzer.scope;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.facts.TaskFlags;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.grammar.ast.BinaryOperator;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.rules.knowledge.Idiom;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.knowledge.ScopeRow;

/**
 * What opens and closes a task scope inside one function: the save and restore calls that the
 * kernel knowledge lists, and {@code current->flags} set, cleared and restored by hand.
 */
public final class ScopeTransfer {
  private final ScopeContext context;
  private final TaskFlags entry;
  // Looked for when it is first asked: most functions have no scopes at all.
  private Optional<OwnScopes> own = Optional.empty();

  /**
   * @param entry the flags that are set when the function is entered
   */
  public ScopeTransfer(ScopeContext context, TaskFlags entry) {
    this.context = context;
    this.entry = entry;
  }

  /** The same for a function that is entered with other flags. */
  ScopeTransfer enteredWith(TaskFlags flags) {
    ScopeTransfer other = new ScopeTransfer(context, flags);
    other.own = own;
    return other;
  }

  private OwnScopes own() {
    if (own.isEmpty()) {
      own = Optional.of(OwnScopes.of(context));
    }
    return own.get();
  }

  /** Whether {@link #afterCall} can change a state. */
  public boolean mayChange(Expr.Call call) {
    Optional<String> called = calledFunction(call);
    return called.isEmpty()
        ? isHandedCookie(call)
        : context.knowledge().scope(called.get()).isPresent()
            || !context.effects().of(context.file(), called.get()).equals(ScopeEffect.NEUTRAL)
            || (isHandedCookie(call) && isUnseen(called.get()));
  }

  /** The function that is called by its name; empty for a call through a pointer. */
  private Optional<String> calledFunction(Expr.Call call) {
    return call.calledName()
        .filter(name -> context.graph().variable(name).isEmpty())
        .map(Expr.Name::text);
  }

  /** Whether the tree does not show what a function does. */
  private boolean isUnseen(String name) {
    return context.knowledge().scope(name).isEmpty()
        && context.effects().isUndefined(context.file(), name);
  }

  /** Whether a call takes a cookie of this function, and so can close its scope. */
  private boolean isHandedCookie(Expr.Call call) {
    if (context.effects() == ScopeEffects.NONE) {
      return false;
    }
    for (Expr argument : call.arguments()) {
      Expr handed =
          argument instanceof Expr.Unary unary && unary.operator() == UnaryOperator.ADDRESS
              ? unary.operand()
              : argument;
      Optional<LocalVariable> variable = BranchFacts.variable(handed, context.graph());
      if (variable.filter(v -> v.type().pointerDepth() == 0).isPresent()
          && own().cookies().contains(variable.get())) {
        return true;
      }
    }
    return false;
  }

  /** Whether {@link #afterAssign} can change a state. */
  public boolean mayChange(Expr.Assign assign) {
    Optional<LocalVariable> variable =
        assign.target() instanceof Expr.Name name
            ? context.graph().variable(name)
            : Optional.empty();
    return isTaskFlags(assign.target()) || mayChange(variable, assign.value());
  }

  /** Whether it can change a state that {@code value} is set, to a variable or else. */
  public boolean mayChange(Optional<LocalVariable> variable, Expr value) {
    if (variable.isPresent() && context.effects() != ScopeEffects.NONE) {
      return true; // What was known of the variable is forgotten.
    }
    // The value of a call is kept where it opens a scope.
    return keepsFlags(value) || (value instanceof Expr.Call call && mayChange(call));
  }

  public ScopeState afterCall(Expr.Call call, ScopeState state) {
    Optional<String> called = calledFunction(call);
    if (called.isEmpty() || isUnseen(called.get())) {
      // Who takes a cookie and is not followed may be memalloc_nofs_restore() by another name.
      return isHandedCookie(call) ? state.closing(TaskFlags.ALL, TaskFlags.NONE) : state;
    }
    String name = called.get();
    Optional<ScopeRow> row = context.knowledge().scope(name);
    if (row.isPresent() && row.get().kind() == ScopeRow.Kind.SAVE) {
      TaskFlags opened = flagsOf(row.get(), call);
      ScopeState after =
          state.withSaved(beforeCall(call), state.flags()).withFlags(state.flags().with(opened));
      // Who keeps the cookie in a local variable closes the scope before the variable is gone.
      return own().cookies().isEmpty() ? after : after.withoutPossible(opened);
    }
    if (row.isPresent() && row.get().kind() == ScopeRow.Kind.RESTORE) {
      TaskFlags closed = flagsOf(row.get(), call);
      TaskFlags saved = call.arguments().isEmpty() ? TaskFlags.NONE : saved(call, state);
      return state.closing(closed, state.flags().restored(closed, saved));
    }
    ScopeEffect effect = context.effects().of(context.file(), name);
    return effect.equals(ScopeEffect.NEUTRAL) ? state : afterEffect(effect, state);
  }

  /**
   * A call that closes restores what was there before the call that opened, where that was seen: a
   * nested scope leaves the outer one open.
   */
  private ScopeState afterEffect(ScopeEffect effect, ScopeState state) {
    TaskFlags outer =
        state
            .saved()
            .getOrDefault(CookieKey.BeforeOpening.INSTANCE, own().opens() ? entry : TaskFlags.NONE);
    ScopeState after =
        state.closing(effect.closes(), state.flags().restored(effect.closes(), outer));
    if (effect.mayOpen().equals(TaskFlags.NONE)) {
      return after;
    }
    after =
        after
            .withSaved(CookieKey.BeforeOpening.INSTANCE, after.flags())
            .withPossible(effect.mayOpen());
    return effect.onSuccess() ? after : after.withFlags(after.flags().with(effect.opens()));
  }

  private TaskFlags saved(Expr.Call call, ScopeState state) {
    for (Expr argument : call.arguments()) {
      TaskFlags saved = state.saved().get(CookieKey.Storage.of(argument, context));
      if (saved != null) {
        return saved;
      }
      Optional<LocalVariable> variable = BranchFacts.variable(argument, context.graph());
      if (variable.filter(own().cookies()::contains).isPresent()) {
        return entry;
      }
    }
    return TaskFlags.NONE;
  }

  private TaskFlags flagsOf(ScopeRow row, Expr.Call call) {
    return row.scope().map(TaskFlags::of).orElseGet(() -> flagsIn(call));
  }

  public ScopeState afterInitialize(LocalVariable variable, Expr value, ScopeState state) {
    return remember(variable, value, save(new CookieKey.Local(variable), value, state));
  }

  /** Notes what the value of a variable says of scopes: a handle, an error, anything else. */
  private ScopeState remember(LocalVariable variable, Expr value, ScopeState before) {
    if (context.effects() == ScopeEffects.NONE) {
      return before;
    }
    ScopeState state = before;
    if (isError(value, context.knowledge())) {
      return state.withFailure(variable);
    }
    TaskFlags mayOpen = mayOpen(value);
    if (!mayOpen.equals(TaskFlags.NONE)) {
      state = state.withSaved(new CookieKey.OpenedBy(variable), mayOpen);
    }
    ScopeState after = state.withPending(variable, opensOnSuccess(value));
    TaskFlags held =
        value instanceof Expr.Call call
            ? call.calledName()
                .flatMap(name -> context.knowledge().scope(name.text()))
                .filter(row -> row.kind() == ScopeRow.Kind.HELD)
                .map(row -> flagsOf(row, call))
                .orElse(TaskFlags.NONE)
            : TaskFlags.NONE;
    CookieKey key = new CookieKey.HeldBy(variable);
    return held.equals(TaskFlags.NONE) && !after.saved().containsKey(key)
        ? after
        : after.withSaved(key, held);
  }

  private TaskFlags mayOpen(Expr value) {
    return value instanceof Expr.Call call && call.calledName().isPresent()
        ? context.effects().of(context.file(), call.calledName().get().text()).mayOpen()
        : TaskFlags.NONE;
  }

  /** The flags that are set if {@code value} is no error. */
  TaskFlags opensOnSuccess(Expr value) {
    if (value instanceof Expr.Call call && call.calledName().isPresent()) {
      String name = call.calledName().get().text();
      ScopeEffect effect = context.effects().of(context.file(), name);
      return effect.onSuccess() ? effect.opens() : TaskFlags.NONE;
    }
    return TaskFlags.NONE;
  }

  /** {@code -ENOMEM}, {@code ERR_PTR(...)}: a value that says that nothing was opened. */
  public static boolean isError(Expr value, Knowledge knowledge) {
    if (value instanceof Expr.Unary unary && unary.operator() == UnaryOperator.MINUS) {
      return unary.operand() instanceof Expr.Name name && name.text().startsWith("E");
    }
    return value instanceof Expr.Call call
        && call.calledName()
            .filter(name -> knowledge.isIdiom(Idiom.Kind.ERROR, name.text()))
            .isPresent();
  }

  public ScopeState afterAssign(Expr.Assign assign, ScopeState state) {
    if (!isTaskFlags(assign.target())) {
      ScopeState saved =
          isKept(assign.value(), state)
              ? save(CookieKey.Storage.of(assign.target(), context), assign.value(), state)
              : state;
      return assign.target() instanceof Expr.Name name
          ? context
              .graph()
              .variable(name)
              .map(variable -> remember(variable, assign.value(), saved))
              .orElse(saved)
          : saved;
    }
    TaskFlags named = flagsIn(assign.value());
    if (assign.compound().isEmpty()) {
      TaskFlags saved = state.saved().get(CookieKey.Storage.of(assign.value(), context));
      if (saved != null) {
        return state.withFlags(saved);
      }
      return state.withFlags(
          isSetting(assign.value()) ? state.flags().with(named) : TaskFlags.NONE);
    }
    BinaryOperator operator = assign.compound().get();
    if (operator == BinaryOperator.BIT_OR) {
      return state.withFlags(state.flags().with(named));
    }
    boolean clears =
        assign.value() instanceof Expr.Unary unary && unary.operator() == UnaryOperator.COMPLEMENT;
    return operator == BinaryOperator.BIT_AND && clears
        ? state.withFlags(state.flags().without(named))
        : state.withFlags(TaskFlags.NONE);
  }

  /** {@code current->flags | PF_MEMALLOC_NOFS}. */
  private boolean isSetting(Expr value) {
    return value instanceof Expr.Binary binary
        && binary.operator() == BinaryOperator.BIT_OR
        && (isTaskFlags(binary.left()) || isTaskFlags(binary.right()));
  }

  /** Remembers what a cookie keeps: the flags as they were before the call that returned it. */
  private ScopeState save(CookieKey cookie, Expr value, ScopeState state) {
    if (keepsFlags(value)) {
      return state.withSaved(cookie, state.flags());
    }
    if (value instanceof Expr.Call call && call.calledName().isPresent()) {
      TaskFlags before = state.saved().get(beforeCall(call));
      return before == null ? state : state.withSaved(cookie, before);
    }
    return state;
  }

  /** Whether {@link #save} can keep anything: the text of a cookie is not to be had for nothing. */
  private boolean isKept(Expr value, ScopeState state) {
    return keepsFlags(value) || (value instanceof Expr.Call && !state.saved().isEmpty());
  }

  /** {@code current->flags}, all or some of them. */
  private boolean keepsFlags(Expr value) {
    return isTaskFlags(value)
        || (value instanceof Expr.Binary binary
            && binary.operator() == BinaryOperator.BIT_AND
            && (isTaskFlags(binary.left()) || isTaskFlags(binary.right())));
  }

  private static CookieKey beforeCall(Expr.Call call) {
    return new CookieKey.BeforeCall(call.span().start());
  }

  /** {@code current->flags}, or the same through a local variable. */
  private boolean isTaskFlags(Expr expression) {
    return expression instanceof Expr.Member member
        && member.field().equals("flags")
        && member.base() instanceof Expr.Name name
        && (OwnScopes.isCurrent(name, context)
            || context.graph().variable(name).filter(own().currentTasks()::contains).isPresent());
  }

  /** The task flags that an expression names; none where it names none. */
  private TaskFlags flagsIn(Expr expression) {
    List<TaskFlags> named = new ArrayList<>();
    new ExprWalker() {
      @Override
      protected void onName(Expr.Name name) {
        context
            .knowledge()
            .scope(name.text())
            .filter(row -> row.kind() == ScopeRow.Kind.FLAG)
            .flatMap(ScopeRow::scope)
            .ifPresent(scope -> named.add(TaskFlags.of(scope)));
      }
    }.walk(expression);
    return named.stream().reduce(TaskFlags.NONE, TaskFlags::with);
  }
}
