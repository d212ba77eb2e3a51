package org.gfpaudit.analyzer.masks;

import java.util.List;
import org.gfpaudit.grammar.ast.BinaryOperator;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.MacroDefinition;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;

/**
 * Object-like macros whose body lacks parentheses: {@code MASK & x} with {@code #define MASK A | B}
 * is {@code A | (B & x)}, which no tree of the use shows.
 */
final class Parentheses {
  private final FlowContext context;

  Parentheses(FlowContext context) {
    this.context = context;
  }

  /**
   * Whether {@code operand} is a macro that falls apart beside an operator that binds so tightly.
   *
   * @param precedence as {@link BinaryOperator#precedence} has it, or more
   */
  boolean areMissing(Expr operand, int precedence) {
    if (!(operand instanceof Expr.Name name)
        || context.graph().variable(name).isPresent()
        || areAround(name.span(), context.text())) {
      return false;
    }
    List<Entity> macros = context.globals().macros(name.text(), context.file());
    return macros.stream().anyMatch(macro -> fallsApart(macro, precedence));
  }

  private boolean fallsApart(Entity macro, int precedence) {
    return context.program().macro(macro).variants().stream()
        .anyMatch(
            variant ->
                variant.tree().body() instanceof MacroDefinition.Body.Expression body
                    && body.expression() instanceof Expr.Binary binary
                    && binary.operator().precedence() < precedence
                    && !areAround(binary.span(), context.program().textOf(macro)));
  }

  private static boolean areAround(Span span, SourceText text) {
    int before = span.start() - 1;
    while (before >= 0 && isBlank(text.bytes()[before])) {
      before--;
    }
    int after = span.end();
    while (after < text.bytes().length && isBlank(text.bytes()[after])) {
      after++;
    }
    return before >= 0
        && after < text.bytes().length
        && text.bytes()[before] == '('
        && text.bytes()[after] == ')';
  }

  private static boolean isBlank(byte character) {
    return character == ' ' || character == '\t';
  }
}
