package org.gfpaudit.analyzer.locks;

import java.util.ArrayList;
import java.util.List;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.grammar.ast.Expr;

/**
 * What there is in an instruction that may do something to locks, whatever functions do.
 *
 * @param calls the calls in it
 * @param isAssigning whether a variable is assigned to
 */
record Looked(List<Expr.Call> calls, boolean isAssigning) {
  Looked {
    calls = List.copyOf(calls);
  }

  static Looked at(Instruction instruction) {
    List<Expr.Call> calls = new ArrayList<>();
    boolean[] isAssigning = new boolean[1];
    new ExprWalker() {
      @Override
      protected void onCall(Expr.Call call) {
        calls.add(call);
      }

      @Override
      protected void onAssign(Expr.Assign assign) {
        isAssigning[0] |= assign.target() instanceof Expr.Name;
      }
    }.walk(instruction);
    return new Looked(calls, isAssigning[0]);
  }
}
