package org.gfpaudit.analyzer.locks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.grammar.ast.Expr;

/**
 * What lies before a place of a function, back to where a variable was set.
 *
 * @param values what the variable may have been set to
 * @param passed the instructions between, in no order
 * @param isFromEntry whether some way comes from the entry, where it is what it was then
 */
record Backwards(List<Expr> values, List<Instruction> passed, boolean isFromEntry) {

  /** So far into a block, counted in instructions. */
  private record At(int block, int instruction) {}

  /** From a call on; empty where the graph does not have it. */
  static Optional<Backwards> from(Expr.Call call, LocalVariable variable, ControlFlowGraph graph) {
    for (int block = 0; block < graph.blocks().size(); block++) {
      List<Instruction> instructions = graph.blocks().get(block).instructions();
      for (int i = 0; i < instructions.size(); i++) {
        if (holds(instructions.get(i), call)) {
          return Optional.of(before(new At(block, i), variable, graph));
        }
      }
    }
    return Optional.empty();
  }

  /** From where a function returns. */
  static Optional<Backwards> from(
      Instruction.Return result, LocalVariable variable, ControlFlowGraph graph) {
    for (int block = 0; block < graph.blocks().size(); block++) {
      int at = graph.blocks().get(block).instructions().indexOf(result);
      if (at >= 0) {
        return Optional.of(before(new At(block, at), variable, graph));
      }
    }
    return Optional.empty();
  }

  /** Where a function returns a value. */
  static List<Instruction.Return> returns(ControlFlowGraph graph) {
    List<Instruction.Return> returns = new ArrayList<>();
    for (BasicBlock block : graph.blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction instanceof Instruction.Return result) {
          returns.add(result);
        }
      }
    }
    return returns;
  }

  /** Whether an instruction makes a call. */
  static boolean holds(Instruction instruction, Expr.Call wanted) {
    boolean[] isFound = new boolean[1];
    new ExprWalker() {
      @Override
      protected void onCall(Expr.Call call) {
        isFound[0] |= call.equals(wanted);
      }
    }.walk(instruction);
    return isFound[0];
  }

  private static Backwards before(At place, LocalVariable variable, ControlFlowGraph graph) {
    List<Expr> values = new ArrayList<>();
    List<Instruction> passed = new ArrayList<>();
    boolean isFromEntry = false;
    List<List<Integer>> predecessors = predecessors(graph);
    Deque<At> pending = new ArrayDeque<>(List.of(place));
    Set<Integer> seen = new HashSet<>();
    while (!pending.isEmpty()) {
      At at = pending.poll();
      List<Instruction> instructions = graph.blocks().get(at.block()).instructions();
      Optional<Expr> value = Optional.empty();
      for (int i = at.instruction() - 1; i >= 0 && value.isEmpty(); i--) {
        value = set(variable, instructions.get(i), graph);
        if (value.isEmpty()) {
          passed.add(instructions.get(i));
        }
      }
      if (value.isPresent()) {
        values.add(value.get());
        continue;
      }
      isFromEntry |= at.block() == 0;
      for (int before : predecessors.get(at.block())) {
        if (seen.add(before)) {
          pending.add(new At(before, graph.blocks().get(before).instructions().size()));
        }
      }
    }
    return new Backwards(values, passed, isFromEntry);
  }

  /** What an instruction sets a variable to, wherever in it. */
  private static Optional<Expr> set(
      LocalVariable variable, Instruction instruction, ControlFlowGraph graph) {
    List<Expr> values = new ArrayList<>();
    new ExprWalker() {
      @Override
      protected void onAssign(Expr.Assign assign) {
        note(assign.target(), assign.compound().isPresent() ? assign : assign.value());
      }

      @Override
      protected void onIncrement(Expr operand) {
        note(operand, operand);
      }

      private void note(Expr target, Expr value) {
        if (target instanceof Expr.Name name
            && graph.variable(name).filter(variable::equals).isPresent()) {
          values.add(value);
        }
      }
    }.walk(instruction);
    if (instruction instanceof Instruction.Initialize initialize
        && initialize.variable().equals(variable)) {
      values.add(initialize.value());
    }
    if (instruction instanceof Instruction.Clobber clobber && clobber.variable().equals(variable)) {
      values.add(clobber.head());
    }
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
  }

  private static List<List<Integer>> predecessors(ControlFlowGraph graph) {
    List<List<Integer>> predecessors = new ArrayList<>();
    graph.blocks().forEach(block -> predecessors.add(new ArrayList<>()));
    for (int block = 0; block < graph.blocks().size(); block++) {
      for (int next : graph.blocks().get(block).successors()) {
        predecessors.get(next).add(block);
      }
    }
    return predecessors;
  }
}
