package org.gfpaudit.analyzer.scope;

import java.util.Optional;
import org.gfpaudit.analyzer.facts.TaskFlags;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.UnaryOperator;

/**
 * Variables that hold whether a scope was opened, and that something else is put into in another
 * way than by an assignment: {@code error += other}, {@code error++}, {@code filter(&error)}. They
 * say nothing of the scope any more.
 */
final class Results {
  private Results() {}

  /** Whether a call is handed the address of a local variable. */
  static boolean handsOut(Expr.Call call, ControlFlowGraph graph) {
    return call.arguments().stream().anyMatch(argument -> handedOut(argument, graph).isPresent());
  }

  /** Behind a call that may set variables whose address it is handed. */
  static ScopeState afterCall(Expr.Call call, ControlFlowGraph graph, ScopeState before) {
    ScopeState state = before;
    for (Expr argument : call.arguments()) {
      Optional<LocalVariable> variable = handedOut(argument, graph);
      if (variable.isPresent()) {
        state = changed(variable.get(), state);
      }
    }
    return state;
  }

  /** Behind a change of what may be a local variable. */
  static ScopeState changed(Expr target, ControlFlowGraph graph, ScopeState state) {
    return BranchFacts.variable(target, graph).map(each -> changed(each, state)).orElse(state);
  }

  private static ScopeState changed(LocalVariable variable, ScopeState state) {
    CookieKey held = new CookieKey.HeldBy(variable);
    ScopeState after = state.withPending(variable, TaskFlags.NONE);
    return after.saved().containsKey(held) ? after.withSaved(held, TaskFlags.NONE) : after;
  }

  private static Optional<LocalVariable> handedOut(Expr argument, ControlFlowGraph graph) {
    Expr plain = argument;
    while (plain instanceof Expr.Cast cast) {
      plain = cast.operand();
    }
    return plain instanceof Expr.Unary unary && unary.operator() == UnaryOperator.ADDRESS
        ? BranchFacts.variable(unary.operand(), graph)
        : Optional.empty();
  }
}
