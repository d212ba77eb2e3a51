package org.gfpaudit.analyzer.masks;

import java.util.List;
import org.gfpaudit.grammar.ast.Expr;

/**
 * Calls of which the name alone is known, for they stand in text the grammar could not read: half a
 * statement, a macro that defines a function. What reaches a sink by them is unknown, but the site
 * is not lost.
 */
final class UnreadCalls {
  private UnreadCalls() {}

  /** The call of a name. It has no arguments and ends where the name does. */
  static Expr.Call of(Expr.Name called) {
    return new Expr.Call(called.span(), called, List.of());
  }

  /**
   * Why a call has no argument.
   *
   * @param argument which one it would be
   */
  static String whyWithout(Expr.Call call, String argument) {
    return call.span().equals(call.callee().span())
        ? "the call stands in text the grammar could not read"
        : "the call has no argument " + argument;
  }
}
