package org.gfpaudit.analyzer.scope;

import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.grammar.ast.Expr;

/** What task flags are kept under, until they are restored or turn out to be set. */
sealed interface CookieKey {

  /** Whether what is kept under this on one of two paths is all that can be kept behind both. */
  default boolean holdsOnOnePath() {
    return false;
  }

  /** Something that holds a value: two equal ones at one point of a function hold the same. */
  sealed interface Storage extends CookieKey {

    /** What an expression of a function stores to, or is read from. */
    static Storage of(Expr expression, ScopeContext context) {
      if (expression instanceof Expr.Name name) {
        LocalVariable variable = context.graph().variable(name).orElse(null);
        return variable == null ? new Expression(name.text()) : new Local(variable);
      }
      return new Expression(context.text().textOnOneLine(expression.span()));
    }
  }

  /** The flags that a local variable or a parameter keeps. */
  record Local(LocalVariable variable) implements Storage {
    @Override
    public boolean holdsOnOnePath() {
      return !variable.isParameter() && !variable.isStatic();
    }
  }

  /**
   * The flags that something else keeps: a field, an element, a global variable.
   *
   * @param text as written, on one line
   */
  record Expression(String text) implements Storage {}

  /**
   * What a call returned that opened a scope, until it is said what keeps it.
   *
   * @param offset of the call's first byte
   */
  record BeforeCall(int offset) implements CookieKey {
    @Override
    public boolean holdsOnOnePath() {
      return true;
    }
  }

  /** The flags as they were before the last call of a function that may open a scope. */
  enum BeforeOpening implements CookieKey {
    INSTANCE
  }

  /**
   * The flags from before a guard was declared.
   *
   * @param offset of the first byte of its call
   */
  record BeforeGuard(int offset) implements CookieKey {}

  /** The flags that are set if a pointer is not NULL. */
  record HeldBy(LocalVariable pointer) implements CookieKey {}

  /** The flags that the call that set a variable may have opened. */
  record OpenedBy(LocalVariable variable) implements CookieKey {}
}
