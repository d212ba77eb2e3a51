package org.gfpaudit.analyzer.masks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gfpaudit.analyzer.facts.CallQuestion;
import org.gfpaudit.analyzer.facts.CallValues;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.solver.ForwardSolver;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.Stmt;
import org.gfpaudit.rules.mask.AccessPath;
import org.gfpaudit.rules.mask.MaskValue;

/** Answers {@link CallQuestion}s in one configuration of one function or macro. */
final class CallValueAnalysis implements MaskTransfer.Observer {
  private final FlowContext context;
  private final Map<String, CallQuestion> questions;
  private final SinkCalls names;
  private final SortedMap<Integer, CallValues> calls = new TreeMap<>();
  private final SortedMap<Integer, SortedSet<AccessPath>> returns = new TreeMap<>();

  private CallValueAnalysis(FlowContext context, Map<String, CallQuestion> questions) {
    this.context = context;
    this.questions = questions;
    this.names = new SinkCalls(context);
  }

  /**
   * The answers in one configuration.
   *
   * @param questions by function
   * @param returnsMatter whether it is asked what a returned object can be
   */
  static UnitAnalysis.Answered run(
      FlowContext context, Map<String, CallQuestion> questions, boolean returnsMatter) {
    CallValueAnalysis analysis = new CallValueAnalysis(context, questions);
    analysis.run(returnsMatter);
    return new UnitAnalysis.Answered(analysis.calls, analysis.returns);
  }

  private void run(boolean returnsMatter) {
    MatteringArguments mattering = new MatteringArguments(context, names);
    Relevance relevance =
        Relevance.of(
            context.graph(),
            new Relevance.ArgumentsThatMatter() {
              @Override
              public List<Expr> toSinks(Expr.Call call) {
                return asked(call);
              }

              @Override
              public boolean mayAssign(Expr.Call call) {
                return mattering.mayAssign(call);
              }

              @Override
              public List<Expr> toValue(Expr.Call call) {
                return mattering.toValue(call);
              }
            },
            new WantedStores(context, FieldsThatMatter.NONE),
            returnsMatter,
            /* pointeesMatter= */ false);
    MaskTransfer silent = new MaskTransfer(context, relevance);
    List<Optional<FlowState>> states = ForwardSolver.solve(context.graph(), silent);
    MaskTransfer telling = silent.telling(this);
    for (int block = 0; block < states.size(); block++) {
      FlowState state = states.get(block).orElseGet(telling::entryState);
      for (Instruction instruction : context.graph().blocks().get(block).instructions()) {
        state = telling.apply(state, instruction);
      }
    }
  }

  private Optional<CallQuestion> question(Expr.Call call) {
    return names.calledName(call).map(questions::get);
  }

  private List<Expr> asked(Expr.Call call) {
    List<Expr> result = new ArrayList<>();
    question(call)
        .ifPresent(
            q -> {
              argument(call, q.target()).ifPresent(result::add);
              q.mask().ifPresent(mask -> argument(call, mask).ifPresent(result::add));
            });
    return result;
  }

  @Override
  public void onCall(Expr.Call call, FlowState state) {
    Optional<CallQuestion> asked = question(call);
    if (asked.isEmpty()) {
      return;
    }
    MaskEvaluator evaluator = new MaskEvaluator(context, state);
    Optional<Expr> target = argument(call, asked.get().target());
    Optional<Expr> mask =
        asked.get().mask().isPresent()
            ? argument(call, asked.get().mask().getAsInt())
            : Optional.empty();
    CallValues answer =
        new CallValues(
            call.callee().span(),
            asked.get().function(),
            new CallValues.Argument<>(
                target.map(evaluator::targets).orElseGet(TreeSet::new), text(target)),
            new CallValues.Argument<>(
                mask.map(evaluator::evaluate).orElse(MaskValue.bottom()), text(mask)),
            evaluator.targets(call));
    calls.merge(answer.name().start(), answer, CallValues::join);
  }

  private String text(Optional<Expr> expression) {
    return expression.map(e -> context.text().textOnOneLine(e.span())).orElse("");
  }

  private static Optional<Expr> argument(Expr.Call call, int index) {
    return index < call.arguments().size()
        ? Optional.of(call.arguments().get(index))
        : Optional.empty();
  }

  @Override
  public void onAssign(Expr.Assign assign, FlowState state) {}

  @Override
  public void onInitialize(Optional<LocalVariable> variable, Expr value, FlowState state) {}

  @Override
  public void onReturn(Expr value, FlowState state) {
    returns
        .computeIfAbsent(value.span().start(), offset -> new TreeSet<>())
        .addAll(new MaskEvaluator(context, state).targets(value));
  }

  /** A call in text the grammar could not read is told, with nothing known of its arguments. */
  @Override
  public void onUnread(Stmt.Unread statement, FlowState state) {
    for (Expr.Name called : statement.calledNames()) {
      onCall(UnreadCalls.of(called), state);
    }
  }
}
