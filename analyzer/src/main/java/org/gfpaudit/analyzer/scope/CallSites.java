package org.gfpaudit.analyzer.scope;

import org.gfpaudit.grammar.ast.Expr;

/** Where a call stands: at its name's token, or its field's for a call through a pointer. */
public final class CallSites {
  private CallSites() {}

  /** The offset of that token. */
  public static int offset(Expr.Call call) {
    return call.callee() instanceof Expr.Member member
        ? member.fieldSpan().start()
        : call.callee().span().start();
  }
}
