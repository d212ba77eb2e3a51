package org.gfpaudit.analyzer.solver;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.FeasibleWays;
import org.gfpaudit.analyzer.lower.Instruction;

/**
 * Solves a forward problem to its least fixpoint with a worklist in reverse post-order (Kildall
 * 1973). A block that was visited {@value #VISITS_BEFORE_WIDENING} times is widened.
 */
public final class ForwardSolver {
  private static final int VISITS_BEFORE_WIDENING = 8;

  private ForwardSolver() {}

  /**
   * The state at the start of each block, by block index; empty for a block that no feasible way
   * reaches.
   *
   * @param <S> the problem's states
   */
  public static <S> List<Optional<S>> solve(ControlFlowGraph graph, FlowProblem<S> problem) {
    FeasibleWays ways = graph.ways();
    List<Optional<S>> visited = new Run<>(graph, problem).solve();
    List<Optional<S>> states =
        new ArrayList<>(Collections.nCopies(graph.blocks().size(), Optional.empty()));
    for (int visit = 0; visit < ways.size(); visit++) {
      Optional<S> state = visited.get(visit);
      if (state.isPresent()) {
        states.set(
            ways.block(visit),
            states
                .get(ways.block(visit))
                .map(before -> problem.join(before, state.get()))
                .or(() -> state));
      }
    }
    return states;
  }

  /** One search for a fixpoint, over the visits of blocks. */
  private static final class Run<S> {
    private final ControlFlowGraph graph;
    private final FeasibleWays ways;
    private final FlowProblem<S> problem;
    private final int[] order;
    private final int[] rank;
    private final List<Optional<S>> states;
    private final int[] visits;
    private final List<Instruction[]> mattering;
    private final BitSet pending = new BitSet();

    Run(ControlFlowGraph graph, FlowProblem<S> problem) {
      this.graph = graph;
      this.ways = graph.ways();
      this.problem = problem;
      this.order = reversePostOrder(ways);
      this.rank = new int[ways.size()];
      for (int i = 0; i < order.length; i++) {
        rank[order[i]] = i;
      }
      this.states = new ArrayList<>(Collections.nCopies(ways.size(), Optional.empty()));
      this.visits = new int[ways.size()];
      this.mattering = new ArrayList<>(Collections.nCopies(graph.blocks().size(), null));
    }

    List<Optional<S>> solve() {
      states.set(0, Optional.of(problem.entryState()));
      pending.set(0);
      for (int next = 0; next >= 0; next = pending.nextSetBit(0)) {
        pending.clear(next);
        leave(order[next]);
      }
      return states;
    }

    private void leave(int visit) {
      BasicBlock block = graph.blocks().get(ways.block(visit));
      if (mattering.get(ways.block(visit)) == null) {
        mattering.set(ways.block(visit), ForwardSolver.mattering(problem, block));
      }
      S end = states.get(visit).orElseThrow();
      for (Instruction instruction : mattering.get(ways.block(visit))) {
        end = problem.apply(end, instruction);
      }
      for (int i = 0; i < ways.successors(visit).length; i++) {
        enter(ways.successors(visit)[i], problem.onEdge(end, block, ways.exits(visit)[i]));
      }
    }

    private void enter(int visit, S state) {
      S before = states.get(visit).orElse(null);
      S joined = before == null ? state : problem.join(before, state);
      if (before != null && (joined == before || joined.equals(before))) {
        return;
      }
      visits[visit]++;
      if (before != null && visits[visit] > VISITS_BEFORE_WIDENING) {
        joined = problem.widen(before, joined);
        if (joined.equals(before)) {
          return;
        }
      }
      states.set(visit, Optional.of(joined));
      pending.set(rank[visit]);
    }
  }

  private static Instruction[] mattering(FlowProblem<?> problem, BasicBlock block) {
    List<Instruction> kept = new ArrayList<>();
    for (Instruction instruction : block.instructions()) {
      if (problem.matters(instruction)) {
        kept.add(instruction);
      }
    }
    return kept.toArray(Instruction[]::new);
  }

  /**
   * Reverse post-order of the visits reachable from the entry, by an explicit stack. The last of a
   * block's successors is left first, so that the body of a loop stands before what follows the
   * loop: it comes to rest before the rest of the function is looked at, once.
   */
  private static int[] reversePostOrder(FeasibleWays ways) {
    int count = ways.size();
    int[] stack = new int[count];
    int[] nextSuccessor = new int[count];
    BitSet seen = new BitSet(count);
    int[] postOrder = new int[count];
    int done = 0;
    int depth = 0;
    stack[depth++] = 0;
    seen.set(0);
    while (depth > 0) {
      int visit = stack[depth - 1];
      int[] successors = ways.successors(visit);
      if (nextSuccessor[visit] < successors.length) {
        int successor = successors[successors.length - ++nextSuccessor[visit]];
        if (!seen.get(successor)) {
          seen.set(successor);
          stack[depth++] = successor;
        }
      } else {
        postOrder[done++] = visit;
        depth--;
      }
    }
    int[] order = new int[done];
    for (int i = 0; i < done; i++) {
      order[i] = postOrder[done - 1 - i];
    }
    return order;
  }
}
