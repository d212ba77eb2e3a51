package org.gfpaudit.grammar.ast;

import java.util.List;
import org.gfpaudit.grammar.source.Span;

/**
 * The body of a struct or union.
 *
 * @param name {@code "struct tag"} or {@code "union tag"}; {@code "struct"} where it has no tag
 * @param fields in order; the fields of anonymous members stand among them, as C looks them up
 * @param nested structs and unions with a tag of their own defined inside
 */
public record StructDefinition(
    Span span, String name, List<Field> fields, List<StructDefinition> nested) implements Node {

  /** One member. */
  public record Field(Span span, String name, TypeName type) implements Node {}
}
