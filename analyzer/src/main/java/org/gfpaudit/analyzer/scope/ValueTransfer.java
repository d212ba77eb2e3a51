package org.gfpaudit.analyzer.scope;

import org.gfpaudit.analyzer.facts.TaskFlags;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.rules.knowledge.Idiom;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.knowledge.ScopeRow;

/**
 * What the value of a variable says of task scopes: that one is open if it is no error, that none
 * was opened, that flags are set as long as it is held.
 */
public final class ValueTransfer {
  private final ScopeContext context;
  private final FlagExpressions expressions;

  ValueTransfer(ScopeContext context, FlagExpressions expressions) {
    this.context = context;
    this.expressions = expressions;
  }

  /** Notes what the value of a variable says of scopes: a handle, an error, anything else. */
  ScopeState kept(LocalVariable variable, Expr value, ScopeState before) {
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
                .map(row -> expressions.named(row, call, before).certain())
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
}
