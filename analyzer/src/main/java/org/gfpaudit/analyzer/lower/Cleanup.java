package org.gfpaudit.analyzer.lower;

import org.gfpaudit.grammar.ast.Declaration;
import org.gfpaudit.grammar.ast.Expr;

/** What runs where control leaves the block that declares something, whichever way it leaves. */
public sealed interface Cleanup {

  /** {@code int x __cleanup(f)} or {@code __free(f)}. */
  record OfVariable(LocalVariable variable, Declaration.Cleanup by) implements Cleanup {}

  /**
   * A macro that looks like one that declares a guard: {@code guard(mutex)(&m);}, or {@code
   * scoped_guard(mutex, &m)} before a body.
   *
   * @param call what is called: in the first form the call of what the macro gives
   */
  record OfGuard(Expr.Call call) implements Cleanup {}
}
