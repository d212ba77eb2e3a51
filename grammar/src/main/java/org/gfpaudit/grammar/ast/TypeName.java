package org.gfpaudit.grammar.ast;

import java.util.Optional;
import org.gfpaudit.grammar.source.Span;

/**
 * A type as far as one file's text tells it. Qualifiers, attributes and array bounds are dropped.
 *
 * @param name {@code "struct inode"}, {@code "gfp_t"}, {@code "unsigned int"}; {@code "typeof"} or
 *     {@code "__auto_type"} where the type is that of an expression; never empty
 * @param pointerDepth how many {@code *} stand between the name and the declared thing
 * @param array whether the declared thing is an array of that
 * @param function whether the declared thing is a function (or, with a pointer, points to one)
 * @param typeofOperand the operand of {@code typeof}, where the name is {@code "typeof"}
 */
public record TypeName(
    Span span,
    String name,
    int pointerDepth,
    boolean array,
    boolean function,
    Optional<Expr> typeofOperand)
    implements Node {

  /** A plain type without declarator. */
  public static TypeName of(Span span, String name) {
    return new TypeName(span, name, 0, false, false, Optional.empty());
  }

  /** The type as C would write it, without bounds: {@code struct page **}, {@code gfp_t []}. */
  public String display() {
    return name
        + (pointerDepth > 0 ? " " + "*".repeat(pointerDepth) : "")
        + (array ? " []" : "")
        + (function ? " ()" : "");
  }
}
