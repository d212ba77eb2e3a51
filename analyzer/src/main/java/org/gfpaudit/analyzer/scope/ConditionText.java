package org.gfpaudit.analyzer.scope;

import java.util.HashSet;
import java.util.Set;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.grammar.ast.Expr;

/**
 * A condition as it is written, and what it is about: two of one text are one condition if their
 * names mean the same variables.
 *
 * @param text on one line
 * @param operands what its value is made of: variables, and fields and elements with those they are
 *     reached through
 * @param isOpaque whether it is made of more than could be read
 */
record ConditionText(String text, Set<CookieKey.Storage> operands, boolean isOpaque) {

  /** The condition that an expression is. */
  static ConditionText of(Expr condition, ScopeContext context) {
    Operands operands = new Operands(context);
    operands.walk(condition);
    String text = context.text().textOnOneLine(condition.span());
    return new ConditionText(text, Set.copyOf(operands.found), operands.isOpaque);
  }

  /** The condition that a variable by itself is. */
  static ConditionText of(LocalVariable variable) {
    return new ConditionText(variable.name(), Set.of(new CookieKey.Local(variable)), false);
  }

  /** Whether its truth may be another once {@code changed} holds another value. */
  boolean dependsOn(CookieKey.Storage changed) {
    return isOpaque || operands.contains(changed);
  }

  private static final class Operands extends ExprWalker {
    private final ScopeContext context;
    private final Set<CookieKey.Storage> found = new HashSet<>();
    private boolean isOpaque;

    Operands(ScopeContext context) {
      this.context = context;
    }

    @Override
    protected void onName(Expr.Name name) {
      found.add(CookieKey.Storage.of(name, context));
    }

    @Override
    protected void onAccess(Expr accessed) {
      found.add(CookieKey.Storage.of(accessed, context));
    }

    @Override
    protected void onStatementExpr(Expr.StatementExpr statement) {
      isOpaque = true;
    }

    @Override
    protected void onStatementArgument(Expr.StatementArgument argument) {
      isOpaque = true;
    }

    @Override
    protected void onOpaque(Expr.Opaque opaque) {
      isOpaque = true;
    }
  }
}
