package org.gfpaudit.grammar.ast;

import java.util.List;
import org.gfpaudit.grammar.source.Span;

/**
 * The body of a struct or union.
 *
 * @param name {@code "struct tag"} or {@code "union tag"}; {@code "struct"} where it has no tag;
 *     without a tag, but the type of a member, by the way to it: {@code "struct outer.member"}
 * @param fields in order; the fields of anonymous members stand among them, as C looks them up
 * @param overlays the names of fields that begin at one place, one list for each union among the
 *     anonymous members, and for this if it is one
 * @param nested structs and unions defined inside that have a tag or are the type of a member
 */
public record StructDefinition(
    Span span,
    String name,
    List<Field> fields,
    List<List<String>> overlays,
    List<StructDefinition> nested)
    implements Node {

  /** One member. */
  public record Field(Span span, String name, TypeName type) implements Node {}
}
