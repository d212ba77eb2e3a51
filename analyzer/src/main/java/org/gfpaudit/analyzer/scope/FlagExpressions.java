package org.gfpaudit.analyzer.scope;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gfpaudit.analyzer.facts.TaskFlags;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.rules.knowledge.Idiom;
import org.gfpaudit.rules.knowledge.ScopeRow;

/** Which task flags the integers of one function hold. */
final class FlagExpressions {
  private static final int MAX_MACROS = 8;

  private final ScopeContext context;
  private final Supplier<OwnScopes> own;

  FlagExpressions(ScopeContext context, Supplier<OwnScopes> own) {
    this.context = context;
    this.own = own;
  }

  /** {@code current->flags}, or the same through a local variable. */
  static boolean isTaskFlags(Expr expression, ScopeContext context, Supplier<OwnScopes> own) {
    return expression instanceof Expr.Member member
        && member.field().equals("flags")
        && (OwnScopes.isCurrent(member.base(), context)
            || variable(member.base(), context)
                .filter(variable -> own.get().currentTasks().contains(variable))
                .isPresent());
  }

  /** The flags of a task that is not known to be another than the running one. */
  static boolean mayBeTaskFlags(Expr expression, ScopeContext context) {
    return expression instanceof Expr.Member member
        && member.field().equals("flags")
        && variable(member.base(), context)
            .map(LocalVariable::type)
            .filter(type -> type.name().equals("struct task_struct"))
            .isPresent();
  }

  private static Optional<LocalVariable> variable(Expr expression, ScopeContext context) {
    return expression instanceof Expr.Name name ? context.graph().variable(name) : Optional.empty();
  }

  /** The flags that a row names, or else the first argument of a call. */
  FlagBits named(ScopeRow row, Expr.Call call, ScopeState state) {
    return row.scope()
        .map(scope -> FlagBits.of(TaskFlags.of(scope)))
        .orElseGet(
            () ->
                call.arguments().isEmpty()
                    ? FlagBits.UNKNOWN
                    : bits(call.arguments().get(0), state));
  }

  /** What an expression is where {@code state} holds. */
  FlagBits bits(Expr expression, ScopeState state) {
    if (isTaskFlags(expression, context, own)) {
      return new FlagBits(state.flags(), TaskFlags.ALL);
    }
    if (expression instanceof Expr.Name name && context.graph().variable(name).isEmpty()) {
      return named(name.text(), MAX_MACROS);
    }
    if (expression instanceof Expr.Binary binary) {
      return binary(binary, bits(binary.left(), state), bits(binary.right(), state));
    }
    if (expression instanceof Expr.Conditional conditional && conditional.whenTrue().isPresent()) {
      return bits(conditional.whenTrue().get(), state).either(bits(conditional.whenFalse(), state));
    }
    if (expression instanceof Expr.Unary unary && unary.operator() == UnaryOperator.COMPLEMENT) {
      return bits(unary.operand(), state).not();
    }
    if (expression instanceof Expr.Cast cast) {
      return bits(cast.operand(), state);
    }
    if (expression instanceof Expr.Literal literal) {
      return literal.text().equals("0") ? FlagBits.ZERO : FlagBits.UNKNOWN;
    }
    Cookie kept =
        state.cookies().isEmpty()
            ? null
            : state.cookies().get(CookieKey.Storage.of(expression, context));
    return kept == null || kept.isOfCall()
        ? FlagBits.UNKNOWN
        : new FlagBits(kept.before(), TaskFlags.ALL);
  }

  private static FlagBits binary(Expr.Binary binary, FlagBits left, FlagBits right) {
    return switch (binary.operator()) {
      case BIT_OR -> left.or(right);
      case BIT_AND -> left.and(right);
      default -> FlagBits.UNKNOWN;
    };
  }

  /** A flag of the table, a macro made of such, or a flag that has nothing to do with scopes. */
  private FlagBits named(String name, int macrosLeft) {
    Optional<ScopeRow> row = context.knowledge().scope(name);
    if (row.isPresent()) {
      return row.get().kind() == ScopeRow.Kind.FLAG
          ? FlagBits.of(row.get().scope().map(TaskFlags::of).orElse(TaskFlags.NONE))
          : FlagBits.UNKNOWN;
    }
    List<Expr> bodies =
        macrosLeft == 0 ? List.of() : context.effects().macroBodies(context.file(), name);
    Optional<FlagBits> ofMacros =
        bodies.stream().map(body -> ofMacro(body, macrosLeft - 1)).reduce(FlagBits::either);
    return ofMacros.orElseGet(
        () ->
            context.knowledge().hasPrefix(Idiom.Kind.TASK_FLAG, name)
                ? FlagBits.ZERO
                : FlagBits.UNKNOWN);
  }

  /** The body of a macro, which stands elsewhere and names no variables. */
  private FlagBits ofMacro(Expr body, int macrosLeft) {
    if (body instanceof Expr.Name name) {
      return named(name.text(), macrosLeft);
    }
    if (body instanceof Expr.Binary binary) {
      return binary(
          binary, ofMacro(binary.left(), macrosLeft), ofMacro(binary.right(), macrosLeft));
    }
    return body instanceof Expr.Unary unary && unary.operator() == UnaryOperator.COMPLEMENT
        ? ofMacro(unary.operand(), macrosLeft).not()
        : FlagBits.UNKNOWN;
  }

  /** Whether an expression keeps the flags of the task: all or some of them as they are. */
  boolean keepsFlags(Expr expression) {
    return keepsFlags(expression, context, own);
  }

  static boolean keepsFlags(Expr expression, ScopeContext context, Supplier<OwnScopes> own) {
    if (expression instanceof Expr.Cast cast) {
      return keepsFlags(cast.operand(), context, own);
    }
    return isTaskFlags(expression, context, own)
        || (expression instanceof Expr.Binary binary
            && (keepsFlags(binary.left(), context, own)
                || keepsFlags(binary.right(), context, own)));
  }
}
