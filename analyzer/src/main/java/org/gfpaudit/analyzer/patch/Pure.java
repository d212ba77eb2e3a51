package org.gfpaudit.analyzer.patch;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.ast.MacroDefinition;
import org.gfpaudit.grammar.ast.Stmt;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.parse.Parsed;

/** Tells the expressions that only look at things, and so can be written a second time. */
final class Pure {
  /** A function or macro that stands for another one that stands for another. */
  private static final int MAX_DEPTH = 4;

  private final PatchContext context;

  Pure(PatchContext context) {
    this.context = context;
  }

  boolean isPure(Expr expression) {
    return isPure(expression, 0);
  }

  private boolean isPure(Expr expression, int depth) {
    if (depth > MAX_DEPTH) {
      return false;
    }
    if (expression instanceof Expr.Name || expression instanceof Expr.Literal) {
      return true;
    }
    if (expression instanceof Expr.Member member) {
      return isPure(member.base(), depth);
    }
    if (expression instanceof Expr.Unary unary) {
      return unary.operator() != UnaryOperator.INCREMENT
          && unary.operator() != UnaryOperator.DECREMENT
          && isPure(unary.operand(), depth);
    }
    if (expression instanceof Expr.Binary binary) {
      return isPure(binary.left(), depth) && isPure(binary.right(), depth);
    }
    if (expression instanceof Expr.Conditional conditional) {
      return isPure(conditional.condition(), depth)
          && conditional.whenTrue().filter(one -> isPure(one, depth)).isPresent()
          && isPure(conditional.whenFalse(), depth);
    }
    return expression instanceof Expr.Call call
        && call.arguments().stream().allMatch(argument -> isPure(argument, depth))
        && (isAccessor(call) || value(call, context).filter(v -> isPure(v, depth + 1)).isPresent());
  }

  private boolean isAccessor(Expr.Call call) {
    return call.calledName()
        .filter(name -> context.model().mappings().accessor(name.text()).isPresent())
        .isPresent();
  }

  /** What a call stands for, in terms of parameters: of the one macro or function of its name. */
  static Optional<Expr> value(Expr.Call call, PatchContext context) {
    List<Entity> definitions =
        call.calledName()
            .map(name -> context.program().index().definitions(name.text()))
            .orElse(List.of());
    if (definitions.size() != 1) {
      return Optional.empty();
    }
    Entity only = definitions.get(0);
    return switch (context.program().index().kind(only)) {
      case FUNCTION_MACRO -> ofMacro(context.program().macro(only));
      case FUNCTION -> ofFunction(context.program().function(only));
      default -> Optional.empty();
    };
  }

  private static Optional<Expr> ofMacro(Parsed<MacroDefinition> macro) {
    return macro.variants().size() == 1
            && macro.variants().get(0).tree().body() instanceof MacroDefinition.Body.Expression body
        ? Optional.of(body.expression())
        : Optional.empty();
  }

  private static Optional<Expr> ofFunction(Parsed<FunctionDefinition> function) {
    List<Stmt> statements =
        function.variants().size() == 1
            ? function.variants().get(0).tree().body().statements()
            : List.of();
    return statements.size() == 1 && statements.get(0) instanceof Stmt.Return only
        ? only.value()
        : Optional.empty();
  }
}
