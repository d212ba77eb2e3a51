package org.gfpaudit.analyzer.solver;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.Instruction;

/**
 * Solves a forward problem to its least fixpoint with a worklist in reverse post-order (Kildall
 * 1973). A block that was visited {@value #VISITS_BEFORE_WIDENING} times is widened.
 */
public final class ForwardSolver {
  private static final int VISITS_BEFORE_WIDENING = 8;

  private ForwardSolver() {}

  /**
   * The state at the start of each block, by block index; empty for a block no path reaches.
   *
   * @param <S> the problem's states
   */
  public static <S> List<Optional<S>> solve(ControlFlowGraph graph, FlowProblem<S> problem) {
    int blockCount = graph.blocks().size();
    int[] order = reversePostOrder(graph);
    int[] rank = new int[blockCount];
    for (int i = 0; i < order.length; i++) {
      rank[order[i]] = i;
    }
    List<Optional<S>> states = new ArrayList<>(Collections.nCopies(blockCount, Optional.empty()));
    int[] visits = new int[blockCount];
    List<Instruction[]> mattering = new ArrayList<>(Collections.nCopies(blockCount, null));
    states.set(0, Optional.of(problem.entryState()));
    BitSet pending = new BitSet(order.length);
    pending.set(0);
    for (int next = 0; next >= 0; next = pending.nextSetBit(0)) {
      pending.clear(next);
      int block = order[next];
      BasicBlock current = graph.blocks().get(block);
      if (mattering.get(block) == null) {
        mattering.set(block, mattering(problem, current));
      }
      S end = run(problem, states.get(block).orElseThrow(), mattering.get(block));
      for (int i = 0; i < current.successors().length; i++) {
        int successor = current.successors()[i];
        S out = problem.onEdge(end, current, i);
        S before = states.get(successor).orElse(null);
        S joined = before == null ? out : problem.join(before, out);
        if (before == null || (joined != before && !joined.equals(before))) {
          visits[successor]++;
          if (before != null && visits[successor] > VISITS_BEFORE_WIDENING) {
            joined = problem.widen(before, joined);
            if (joined.equals(before)) {
              continue;
            }
          }
          states.set(successor, Optional.of(joined));
          pending.set(rank[successor]);
        }
      }
    }
    return states;
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

  private static <S> S run(FlowProblem<S> problem, S state, Instruction[] instructions) {
    S current = state;
    for (Instruction instruction : instructions) {
      current = problem.apply(current, instruction);
    }
    return current;
  }

  /** Reverse post-order of the blocks reachable from the entry, by an explicit stack. */
  private static int[] reversePostOrder(ControlFlowGraph graph) {
    int blockCount = graph.blocks().size();
    int[] stack = new int[blockCount];
    int[] nextSuccessor = new int[blockCount];
    BitSet seen = new BitSet(blockCount);
    int[] postOrder = new int[blockCount];
    int done = 0;
    int depth = 0;
    stack[depth++] = 0;
    seen.set(0);
    while (depth > 0) {
      int block = stack[depth - 1];
      int[] successors = graph.blocks().get(block).successors();
      if (nextSuccessor[block] < successors.length) {
        int successor = successors[nextSuccessor[block]++];
        if (!seen.get(successor)) {
          seen.set(successor);
          stack[depth++] = successor;
        }
      } else {
        postOrder[done++] = block;
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
