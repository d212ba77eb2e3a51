package org.gfpaudit.analyzer.locks;

import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;

/**
 * A call, and the locks just before it.
 *
 * @param graph the configuration it stands in
 */
public record HeldCall(CallSite at, Expr.Call call, ControlFlowGraph graph, LockState state) {

  /** Where a call stands: at its name's token, or its field's. */
  public static CallSite site(Expr.Call call, Entity entity) {
    return new CallSite(
        entity,
        call.callee() instanceof Expr.Member member
            ? member.fieldSpan().start()
            : call.callee().span().start());
  }
}
