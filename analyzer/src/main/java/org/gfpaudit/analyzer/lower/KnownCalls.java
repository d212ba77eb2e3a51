package org.gfpaudit.analyzer.lower;

import java.util.Optional;
import org.gfpaudit.grammar.ast.Expr;

/** What is known of a called function or macro by its name, whatever is around the call. */
public interface KnownCalls {

  /** Nothing is known: every call returns, and may assign to what it is handed. */
  KnownCalls NONE = new KnownCalls() {};

  /** Whether no call of it ever returns: {@code panic()}. */
  default boolean neverReturns(String name) {
    return false;
  }

  /** Whether a call of it returns only where its first argument is false: {@code BUG_ON()}. */
  default boolean refuses(String name) {
    return false;
  }

  /** Whether it is its first argument, taken for a condition: {@code likely()}. */
  default boolean isCondition(String name) {
    return false;
  }

  /** Whether its value depends on its arguments alone, and nothing on it: {@code IS_ERR()}. */
  default boolean isPure(String name) {
    return false;
  }

  /** Whether it may assign to a variable that it is handed by name: a macro. */
  default boolean mayAssign(String name) {
    return true;
  }

  /** What a call is that asks for an option, in the configuration at hand, if that decides it. */
  default Optional<Boolean> option(Expr.Call call) {
    return Optional.empty();
  }
}
