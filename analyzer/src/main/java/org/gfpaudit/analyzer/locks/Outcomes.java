package org.gfpaudit.analyzer.locks;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.ast.BinaryOperator;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.TypeName;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.rules.knowledge.Idiom;
import org.gfpaudit.rules.knowledge.ReclaimWord;

/** What the branches on the outcome of a call say of the locks it takes where it succeeds. */
final class Outcomes {
  private final Model model;
  private final LockHolders holders;
  private final ControlFlowGraph graph;
  private final Entity entity;
  private final Constants constants;

  Outcomes(
      Model model,
      LockHolders holders,
      ControlFlowGraph graph,
      Entity entity,
      Constants constants) {
    this.constants = constants;
    this.model = model;
    this.holders = holders;
    this.graph = graph;
    this.entity = entity;
  }

  /** What holds where a condition is true, or is not. */
  LockState given(Expr condition, boolean truth, LockState state) {
    if (condition instanceof Expr.Unary unary && unary.operator() == UnaryOperator.NOT) {
      return given(unary.operand(), !truth, state);
    }
    if (condition instanceof Expr.Binary binary) {
      return binary(binary, truth, state);
    }
    if (condition instanceof Expr.Call call && call.calledName().isPresent()) {
      String name = call.calledName().get().text();
      if (call.arguments().size() == 1 && is(Idiom.Kind.CONDITION, name)) {
        return given(call.arguments().get(0), truth, state);
      }
      if (call.arguments().size() == 1 && is(Idiom.Kind.TEST, name)) {
        return decided(call.arguments().get(0), !truth, state);
      }
    }
    return decided(condition, truth == isTrueSuccess(condition), state);
  }

  private LockState binary(Expr.Binary binary, boolean truth, LockState state) {
    boolean isZero = binary.right() instanceof Expr.Literal literal && literal.text().equals("0");
    if (binary.operator() == BinaryOperator.AND_THEN && truth) {
      return given(binary.right(), true, given(binary.left(), true, state));
    }
    if (binary.operator() == BinaryOperator.OR_ELSE && !truth) {
      return given(binary.right(), false, given(binary.left(), false, state));
    }
    if (binary.operator() == BinaryOperator.OR_ELSE && truth) {
      return given(binary.left(), true, state).join(given(binary.right(), true, state));
    }
    boolean isError =
        isFailure(binary.right(), graph)
            && !(binary.right() instanceof Expr.Name)
            && truth == (binary.operator() == BinaryOperator.EQUAL);
    return switch (binary.operator()) {
      case LESS -> isZero ? decided(binary.left(), !truth, state) : state;
      case NOT_EQUAL, EQUAL -> {
        if (isZero) {
          boolean isNotZero = truth == (binary.operator() == BinaryOperator.NOT_EQUAL);
          yield given(binary.left(), isNotZero, state);
        }
        yield isError ? decided(binary.left(), /* isSuccess= */ false, state) : state;
      }
      default -> state;
    };
  }

  private boolean is(Idiom.Kind kind, String name) {
    return model.knowledge().isIdiom(kind, name);
  }

  /** Whether a value that is true is a success: a pointer or a truth; a number is an error. */
  private boolean isTrueSuccess(Expr value) {
    Expr plain = value instanceof Expr.Assign assign ? assign.target() : value;
    Optional<TypeName> type = model.types().typeOf(plain, graph, model.index().fileOf(entity));
    return type.filter(t -> t.pointerDepth() > 0 || t.name().equals("bool")).isPresent();
  }

  private LockState decided(Expr value, boolean isSuccess, LockState state) {
    LockState after = state;
    for (HeldLock lock : locks(value, state)) {
      after = isSuccess ? after.taking(lock) : after.without(lock.lock());
    }
    if (value instanceof Expr.Name name
        && graph
            .variable(name)
            .filter(
                local ->
                    state.outcomes().containsKey(local) || (!isSuccess && !state.held().isEmpty()))
            .isPresent()) {
      after = after.decided(graph.variable(name).get(), isSuccess);
    }
    return after;
  }

  private List<HeldLock> locks(Expr value, LockState state) {
    if (value instanceof Expr.Name name) {
      return graph.variable(name).map(state::outcome).orElse(List.of());
    }
    if (value instanceof Expr.Assign assign && assign.compound().isEmpty()) {
      return locks(assign.value(), state);
    }
    return value instanceof Expr.Call call
        ? holders.effects(call, graph, entity, constants).taken()
        : List.of();
  }

  /** What holds behind an assignment. */
  LockState assigned(LocalVariable variable, Expr value, LockState state) {
    LockState after = state.withOutcome(variable, locks(value, state));
    boolean isFailure = !(value instanceof Expr.Name) && isFailure(value, graph);
    return isFailure && state.failed().contains(variable)
        ? after.decided(variable, /* isSuccess= */ false)
        : after;
  }

  /** Whether a condition is true for a task that is in a transaction. */
  boolean asksTransaction(Expr condition) {
    return condition instanceof Expr.Call call
        && call.calledName()
            .filter(
                name ->
                    model.knowledge().reclaim().is(ReclaimWord.Kind.ASKS_TRANSACTION, name.text()))
            .isPresent();
  }

  /** Whether a returned value is an error, whatever led to it. */
  boolean isCertainFailure(Expr value, LockState state) {
    return value instanceof Expr.Name name
        ? graph.variable(name).filter(state.failed()::contains).isPresent()
        : isFailure(value, graph);
  }

  /** Whether a returned value says that the function did not do what it is for. */
  boolean isFailure(Expr value, ControlFlowGraph graph) {
    if (value instanceof Expr.Unary unary) {
      return unary.operator() == UnaryOperator.MINUS;
    }
    if (value instanceof Expr.Call call) {
      return call.calledName()
          .filter(name -> model.knowledge().isIdiom(Idiom.Kind.ERROR, name.text()))
          .isPresent();
    }
    // What is kept in a variable can be either; nothing held there says that it is an error.
    return value instanceof Expr.Name name
        && Optional.of(name).filter(n -> graph.variable(n).isPresent()).isPresent();
  }
}
