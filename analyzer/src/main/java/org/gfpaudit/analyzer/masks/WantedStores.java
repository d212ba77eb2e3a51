package org.gfpaudit.analyzer.masks;

import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.rules.mask.FieldOwner;
import org.gfpaudit.rules.mask.Symbol;

/** Which stores of one configuration of a function matter. */
final class WantedStores {
  private final FlowContext context;
  private final FieldsThatMatter fields;

  WantedStores(FlowContext context, FieldsThatMatter fields) {
    this.context = context;
    this.fields = fields;
  }

  /** Whether none does. */
  boolean areNone() {
    return fields.areNone();
  }

  /** Whether a store in a field matters, as far as its name tells. */
  boolean mayBe(String name) {
    return fields.mayBe(name);
  }

  /** Whether a store in {@code member} matters. */
  boolean mayBe(Expr.Member member) {
    return fields.mayBe(member.field()) && fields.mayBe(symbol(member));
  }

  /** Whether a store in a field matters. */
  boolean mayBe(FieldOwner owner, String field) {
    return fields.mayBe(field) && fields.mayBe(new Symbol.Field(owner, field));
  }

  /** The field that {@code member} is. */
  Symbol.Field symbol(Expr.Member member) {
    FieldOwner owner = context.types().ownerOf(member, context.graph(), context.file());
    return new Symbol.Field(owner, member.field());
  }
}
