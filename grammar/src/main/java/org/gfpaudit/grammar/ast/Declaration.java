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

  /** One declared name; for a typedef the new type's name. */
  public record Variable(
      Span span, String name, Span nameSpan, TypeName type, Optional<Expr> initializer)
      implements Node {}
}
