package org.gfpaudit.analyzer.scope;

import java.util.Optional;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.UnaryOperator;

/**
 * Where a function finds a cookie, or leaves it, that its caller has: in a parameter, in what a
 * parameter points to, or in a field of that.
 *
 * @param parameter its position, 0-based
 * @param form how the parameter leads there
 * @param path the fields behind the parameter, {@code a.b}; empty where it is no field
 */
record CookiePlace(int parameter, Form form, String path) {

  /** How a parameter leads to a cookie. */
  enum Form {
    /** It is one. */
    VALUE,
    /** It points to one. */
    POINTED,
    /** It points to a struct that holds one. */
    FIELD
  }

  /** The place that an expression of a function names; empty where no parameter leads there. */
  static Optional<CookiePlace> of(Expr expression, ScopeContext context) {
    if (expression instanceof Expr.Name name) {
      return parameter(name, context).map(p -> new CookiePlace(p, Form.VALUE, ""));
    }
    if (expression instanceof Expr.Cast cast) {
      return of(cast.operand(), context);
    }
    if (expression instanceof Expr.Unary unary
        && unary.operator() == UnaryOperator.DEREFERENCE
        && unary.operand() instanceof Expr.Name name) {
      return parameter(name, context).map(p -> new CookiePlace(p, Form.POINTED, ""));
    }
    return expression instanceof Expr.Member member
        ? ofMember(member, "", context)
        : Optional.empty();
  }

  private static Optional<CookiePlace> ofMember(
      Expr.Member member, String further, ScopeContext context) {
    String path = member.field() + further;
    if (member.arrow()) {
      return member.base() instanceof Expr.Name name
          ? parameter(name, context).map(p -> new CookiePlace(p, Form.FIELD, path))
          : Optional.empty();
    }
    return member.base() instanceof Expr.Member inner
        ? ofMember(inner, "." + path, context)
        : Optional.empty();
  }

  private static Optional<Integer> parameter(Expr.Name name, ScopeContext context) {
    return context
        .graph()
        .variable(name)
        .filter(LocalVariable::isParameter)
        .map(LocalVariable::parameterIndex);
  }

  /** What the place is for the caller that makes {@code call}; empty where it hands in too few. */
  Optional<CookieKey.Storage> in(Expr.Call call, ScopeContext context) {
    if (parameter >= call.arguments().size()) {
      return Optional.empty();
    }
    Expr argument = uncast(call.arguments().get(parameter));
    Optional<Expr> object =
        argument instanceof Expr.Unary unary && unary.operator() == UnaryOperator.ADDRESS
            ? Optional.of(unary.operand())
            : Optional.empty();
    String written = context.text().textOnOneLine(object.orElse(argument).span());
    return Optional.of(
        switch (form) {
          case VALUE -> CookieKey.Storage.of(argument, context);
          case POINTED ->
              object
                  .map(expression -> CookieKey.Storage.of(expression, context))
                  .orElseGet(() -> new CookieKey.Expression("*" + written));
          case FIELD ->
              new CookieKey.Expression(written + (object.isPresent() ? "." : "->") + path);
        });
  }

  /** The place one call further up; empty where no parameter of that caller leads there. */
  Optional<CookiePlace> above(Expr.Call call, ScopeContext context) {
    if (parameter >= call.arguments().size()) {
      return Optional.empty();
    }
    return of(uncast(call.arguments().get(parameter)), context)
        .filter(outer -> outer.form == Form.VALUE)
        .map(outer -> new CookiePlace(outer.parameter, form, path));
  }

  private static Expr uncast(Expr expression) {
    return expression instanceof Expr.Cast cast ? uncast(cast.operand()) : expression;
  }
}
