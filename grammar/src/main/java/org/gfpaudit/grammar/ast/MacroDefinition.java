package org.gfpaudit.grammar.ast;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.grammar.source.Span;

/**
 * A {@code #define}.
 *
 * @param parameters absent for an object-like macro; a variadic one ends in {@code "__VA_ARGS__"}
 *     or the name GNU gives it
 */
public record MacroDefinition(
    Span span,
    String name,
    Span nameSpan,
    Optional<List<String>> parameters,
    boolean variadic,
    Body body)
    implements Node {

  /** What a macro stands for. */
  public sealed interface Body {
    /** Nothing. */
    record Empty() implements Body {}

    /** An expression; by far the most common. */
    record Expression(Expr expression) implements Body {}

    /** Statements: {@code do { ... } while (0)} or a bare sequence. */
    record Statements(List<Stmt> statements) implements Body {}

    /** A type, a declaration, half a statement: the called names in it are kept. */
    record Unread(List<Expr.Name> calledNames) implements Body {}
  }
}
