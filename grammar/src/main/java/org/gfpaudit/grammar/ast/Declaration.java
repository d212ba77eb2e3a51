package org.gfpaudit.grammar.ast;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.grammar.source.Span;

/**
 * A declaration of variables, types or both.
 *
 * @param struct the struct or union whose body this declaration holds
 */
public record Declaration(
    Span span, Storage storage, Optional<StructDefinition> struct, List<Variable> variables)
    implements Node {

  /** The storage class, as far as it matters here. */
  public enum Storage {
    NONE,
    STATIC,
    EXTERN,
    TYPEDEF
  }

  /**
   * One declared name; for a typedef the new type's name.
   *
   * @param cleanup what is done with the variable at the end of its block
   */
  public record Variable(
      Span span,
      String name,
      Span nameSpan,
      TypeName type,
      Optional<Expr> initializer,
      Optional<Cleanup> cleanup)
      implements Node {

    /** A variable that is left alone at the end of its block. */
    public Variable(
        Span span, String name, Span nameSpan, TypeName type, Optional<Expr> initializer) {
      this(span, name, nameSpan, type, initializer, Optional.empty());
    }
  }

  /**
   * The attribute {@code cleanup}.
   *
   * @param name of the function that gets the variable's address, or of what {@code __free()} names
   * @param isFree whether it is {@code __free(name)}
   */
  public record Cleanup(String name, boolean isFree) {}
}
