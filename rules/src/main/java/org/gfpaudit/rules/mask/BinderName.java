package org.gfpaudit.rules.mask;

import java.util.Optional;

/** Names in a note what hands a mask in: empty for a symbol that nobody else binds. */
final class BinderName implements SymbolVisitor<Optional<String>> {
  static final BinderName INSTANCE = new BinderName();

  private BinderName() {}

  @Override
  public Optional<String> visitMappingMask(Symbol.MappingMask mask) {
    return Optional.empty();
  }

  @Override
  public Optional<String> visitParameter(Symbol.Parameter parameter) {
    return Optional.of("a parameter");
  }

  @Override
  public Optional<String> visitPointee(Symbol.Pointee pointee) {
    return Optional.of("what a parameter points to");
  }

  @Override
  public Optional<String> visitField(Symbol.Field field) {
    return Optional.of(field.isOwnerKnown() ? field.text() : "field " + field.field());
  }

  @Override
  public Optional<String> visitUnknown(Symbol.Unknown unknown) {
    return Optional.empty();
  }
}
