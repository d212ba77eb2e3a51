package org.gfpaudit.analyzer.scope;

import java.util.Optional;
import org.gfpaudit.analyzer.facts.TaskFlags;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.grammar.ast.BinaryOperator;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.rules.knowledge.Idiom;
import org.gfpaudit.rules.knowledge.ScopeRow;

/**
 * What a branch tells of scopes: that the call whose result is tested has opened one, or has
 * failed. The kernel's ways to ask are few: {@code IS_ERR(handle)}, {@code error < 0}, {@code
 * !error}.
 */
final class BranchFacts {
  private final ScopeContext context;

  BranchFacts(ScopeContext context) {
    this.context = context;
  }

  /** {@code state} where {@code condition} is known to be {@code truth}. */
  ScopeState given(Expr condition, boolean truth, ScopeState state) {
    if (condition instanceof Expr.Unary unary && unary.operator() == UnaryOperator.NOT) {
      return given(unary.operand(), !truth, state);
    }
    if (condition instanceof Expr.Binary binary) {
      return givenBinary(binary, truth, state);
    }
    if (condition instanceof Expr.Call call && call.calledName().isPresent()) {
      return givenCall(call, call.calledName().get().text(), truth, state);
    }
    return variable(condition, context.graph()).map(v -> givenValue(v, truth, state)).orElse(state);
  }

  private ScopeState givenBinary(Expr.Binary binary, boolean truth, ScopeState state) {
    BinaryOperator operator = binary.operator();
    if (operator == (truth ? BinaryOperator.AND_THEN : BinaryOperator.OR_ELSE)) {
      return given(binary.right(), truth, given(binary.left(), truth, state));
    }
    boolean againstZero =
        binary.right() instanceof Expr.Literal literal && literal.text().equals("0");
    Optional<LocalVariable> variable = variable(binary.left(), context.graph());
    if (!againstZero || variable.isEmpty() || isPointer(variable.get())) {
      return state;
    }
    return switch (operator) {
      case EQUAL, GREATER_OR_EQUAL -> error(variable.get(), !truth, state);
      case NOT_EQUAL, LESS -> error(variable.get(), truth, state);
      default -> state;
    };
  }

  private ScopeState givenCall(Expr.Call call, String name, boolean truth, ScopeState state) {
    if (!call.arguments().isEmpty()) {
      Expr argument = call.arguments().get(0);
      if (context.knowledge().isIdiom(Idiom.Kind.CONDITION, name)) {
        return given(argument, truth, state);
      }
      Optional<LocalVariable> variable = variable(argument, context.graph());
      if (variable.isPresent() && context.knowledge().isIdiom(Idiom.Kind.TEST, name)) {
        return error(variable.get(), truth, state);
      }
    }
    return truth ? held(name, state) : state;
  }

  /** A function that returns NULL unless a scope is open has returned something else. */
  private ScopeState held(String function, ScopeState state) {
    return context
        .knowledge()
        .scope(function)
        .filter(row -> row.kind() == ScopeRow.Kind.HELD)
        .flatMap(ScopeRow::scope)
        .map(scope -> state.withFlags(state.flags().with(TaskFlags.of(scope))))
        .orElse(state);
  }

  /** A variable by itself: an error number where it is none, a pointer where it is not NULL. */
  private ScopeState givenValue(LocalVariable variable, boolean truth, ScopeState state) {
    if (!isPointer(variable)) {
      return error(variable, truth, state);
    }
    TaskFlags held = state.kept(new CookieKey.HeldBy(variable));
    return truth ? state.withFlags(state.flags().with(held)) : state;
  }

  private static ScopeState error(LocalVariable variable, boolean isError, ScopeState state) {
    if (!isError) {
      return state.withSuccess(variable);
    }
    // A call that failed has opened nothing.
    TaskFlags notOpened = state.kept(new CookieKey.OpenedBy(variable));
    return state.withFailure(variable).withoutPossible(notOpened);
  }

  private static boolean isPointer(LocalVariable variable) {
    return variable.type().pointerDepth() > 0;
  }

  /** The local variable an expression is, with casts and assignments looked through. */
  static Optional<LocalVariable> variable(Expr expression, ControlFlowGraph graph) {
    if (expression instanceof Expr.Name name) {
      return graph.variable(name);
    }
    if (expression instanceof Expr.Assign assign && assign.compound().isEmpty()) {
      return variable(assign.target(), graph);
    }
    return expression instanceof Expr.Cast cast
        ? variable(cast.operand(), graph)
        : Optional.empty();
  }
}
