package org.gfpaudit.analyzer.lower;

import java.util.ArrayList;
import java.util.List;
import org.gfpaudit.grammar.ast.Expr;

/**
 * The calls of one name in a piece of code.
 *
 * @param found in the order of the instructions
 * @param areAll whether all of the code was read, so that there are no others
 */
public record CallsByName(List<Expr.Call> found, boolean areAll) {
  public CallsByName {
    found = List.copyOf(found);
  }

  /** Looks for the calls of {@code name} in {@code graph}. */
  public static CallsByName in(ControlFlowGraph graph, String name) {
    return in(graph.blocks(), name);
  }

  /** Looks for the calls of {@code name} in {@code block}. */
  public static CallsByName in(BasicBlock block, String name) {
    return in(List.of(block), name);
  }

  private static CallsByName in(List<BasicBlock> blocks, String name) {
    Walker walker = new Walker(name);
    for (BasicBlock block : blocks) {
      for (Instruction instruction : block.instructions()) {
        walker.areAll &= !(instruction instanceof Instruction.Unread);
        walker.walk(instruction);
      }
    }
    return new CallsByName(walker.found, walker.areAll);
  }

  private static final class Walker extends ExprWalker {
    private final String name;
    private final List<Expr.Call> found = new ArrayList<>();
    private boolean areAll = true;

    Walker(String name) {
      this.name = name;
    }

    @Override
    protected void onCall(Expr.Call call) {
      if (call.calledName().filter(called -> called.text().equals(name)).isPresent()) {
        found.add(call);
      }
    }

    @Override
    protected void onOpaque(Expr.Opaque opaque) {
      areAll = false;
    }
  }
}
