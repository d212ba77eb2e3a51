package org.gfpaudit.analyzer.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.source.Span;
import org.junit.jupiter.api.Test;

final class ForwardSolverTest {

  /** Collects the names that were evaluated on some path. */
  private static final class Names implements FlowProblem<Set<String>> {
    private boolean widened;

    @Override
    public Set<String> entryState() {
      return Set.of();
    }

    @Override
    public Set<String> join(Set<String> left, Set<String> right) {
      Set<String> both = new TreeSet<>(left);
      both.addAll(right);
      return both;
    }

    @Override
    public Set<String> widen(Set<String> before, Set<String> after) {
      widened = true;
      return Set.of("*");
    }

    @Override
    public Set<String> apply(Set<String> state, Instruction instruction) {
      if (state.contains("*")) {
        return state;
      }
      Expr.Name name = (Expr.Name) ((Instruction.Evaluate) instruction).expression();
      String text = name.text().equals("grow") ? "x".repeat(state.size()) : name.text();
      return join(state, Set.of(text));
    }
  }

  private static BasicBlock block(String name, int... successors) {
    Instruction evaluate = new Instruction.Evaluate(new Expr.Name(new Span(0, 1), name));
    return new BasicBlock(name.isEmpty() ? List.of() : List.of(evaluate), successors);
  }

  private static ControlFlowGraph graph(BasicBlock... blocks) {
    return new ControlFlowGraph(List.of(), List.of(blocks), Map.of(), Map.of());
  }

  @Test
  void bothBranchesReachTheJoin() {
    ControlFlowGraph diamond = graph(block("a", 1, 2), block("b", 3), block("c", 3), block(""));
    assertEquals(
        Optional.of(Set.of("a", "b", "c")), ForwardSolver.solve(diamond, new Names()).get(3));
  }

  @Test
  void aLoopIsFollowedToItsFixpoint() {
    ControlFlowGraph loop = graph(block("a", 1), block("b", 2), block("c", 1, 3), block(""));
    assertEquals(Optional.of(Set.of("a", "b", "c")), ForwardSolver.solve(loop, new Names()).get(1));
  }

  @Test
  void unreachableBlocksHaveNoState() {
    ControlFlowGraph dead = graph(block("a", 2), block("b", 2), block(""));
    assertTrue(ForwardSolver.solve(dead, new Names()).get(1).isEmpty());
  }

  @Test
  void aStateThatKeepsGrowingIsWidened() {
    Names names = new Names();
    ControlFlowGraph loop = graph(block("a", 1), block("grow", 1, 2), block(""));
    assertEquals(Optional.of(Set.of("*")), ForwardSolver.solve(loop, names).get(1));
    assertTrue(names.widened);
  }
}
