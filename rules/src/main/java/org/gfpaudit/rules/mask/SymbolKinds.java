package org.gfpaudit.rules.mask;

/** The order of the kinds of symbols. */
final class SymbolKinds implements SymbolVisitor<Integer> {
  private static final SymbolKinds ORDER = new SymbolKinds();

  private SymbolKinds() {}

  /** Compares two symbols by their kinds alone. */
  static int compare(Symbol left, Symbol right) {
    return left.accept(ORDER).compareTo(right.accept(ORDER));
  }

  @Override
  public Integer visitMappingMask(Symbol.MappingMask mask) {
    return 0;
  }

  @Override
  public Integer visitParameter(Symbol.Parameter parameter) {
    return 1;
  }

  @Override
  public Integer visitPointee(Symbol.Pointee pointee) {
    return 2;
  }

  @Override
  public Integer visitField(Symbol.Field field) {
    return 3;
  }

  @Override
  public Integer visitUnknown(Symbol.Unknown unknown) {
    return 4;
  }
}
