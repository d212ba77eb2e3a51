package org.gfpaudit.analyzer.constrain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.lower.StateWalker;
import org.gfpaudit.analyzer.solver.FlowProblem;
import org.gfpaudit.analyzer.solver.ForwardSolver;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.rules.finding.BitEffect;
import org.gfpaudit.rules.mask.AccessPath;

/** Follows one bit of the masks that a function sets, forward through one configuration. */
final class SetterProblem implements FlowProblem<SetterState> {

  /** What a call does to the bit of one mapping. */
  record Event(AccessPath mapping, BitEffect effect, CallSite at) {}

  /** Told the state before each returned value. */
  @FunctionalInterface
  interface AtReturn {
    void onReturn(Expr value, SetterState state);
  }

  private final Map<Integer, List<Event>> events;

  private SetterProblem(Map<Integer, List<Event>> events) {
    this.events = events;
  }

  /**
   * Runs through a function.
   *
   * @param events by the byte offset of the called name
   * @return the state at the end; empty where no way gets there
   */
  static Optional<SetterState> run(
      ControlFlowGraph graph, Map<Integer, List<Event>> events, AtReturn returns) {
    SetterProblem problem = new SetterProblem(events);
    List<Optional<SetterState>> states = ForwardSolver.solve(graph, problem);
    for (int block = 0; block < states.size(); block++) {
      if (states.get(block).isPresent()) {
        SetterState state = states.get(block).get();
        for (Instruction instruction : graph.blocks().get(block).instructions()) {
          state = problem.apply(state, instruction);
          if (instruction instanceof Instruction.Return result) {
            returns.onReturn(result.value(), state);
          }
        }
      }
    }
    return states.get(graph.exit());
  }

  @Override
  public SetterState entryState() {
    return SetterState.EMPTY;
  }

  @Override
  public SetterState join(SetterState left, SetterState right) {
    return left.join(right);
  }

  @Override
  public SetterState widen(SetterState before, SetterState after) {
    return before.join(after);
  }

  @Override
  public SetterState apply(SetterState state, Instruction instruction) {
    Walk walk = new Walk(state);
    if (instruction instanceof Instruction.Evaluate evaluate) {
      walk.walk(evaluate.expression());
    } else if (instruction instanceof Instruction.Initialize initialize) {
      walk.walk(initialize.value());
    } else if (instruction instanceof Instruction.Return result) {
      walk.walk(result.value());
    } else if (instruction instanceof Instruction.Unread) {
      return SetterState.EMPTY;
    }
    return walk.current();
  }

  private final class Walk extends StateWalker<SetterState> {
    Walk(SetterState state) {
      super(state, SetterState::join);
    }

    @Override
    protected void onCall(Expr.Call call) {
      for (Event event : events.getOrDefault(call.callee().span().start(), List.of())) {
        become(
            switch (event.effect()) {
              case CLEARS -> current().cleared(event.mapping(), event.at());
              case GIVES -> current().given(event.mapping(), event.at());
              case DEPENDS -> current().unknown(event.mapping());
              case KEEPS -> current();
            });
      }
    }
  }
}
