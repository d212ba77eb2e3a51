package org.gfpaudit.analyzer.driver;

import java.util.List;
import org.gfpaudit.rules.mask.Symbol;
import org.gfpaudit.rules.mask.SymbolVisitor;

/** What a symbol of a function's mask is, in words for people. */
final class SymbolWords implements SymbolVisitor<String> {
  private final List<String> parameterNames;

  /**
   * @param parameterNames of the function, in order; may be incomplete
   */
  SymbolWords(List<String> parameterNames) {
    this.parameterNames = parameterNames;
  }

  @Override
  public String visitMappingMask(Symbol.MappingMask mask) {
    return "the mask of " + mask.mapping().text(parameterNames);
  }

  @Override
  public String visitParameter(Symbol.Parameter parameter) {
    return named(parameter);
  }

  @Override
  public String visitPointee(Symbol.Pointee pointee) {
    return "what " + named(pointee) + " points to";
  }

  /** Parameters are counted from 1 in text for people. */
  private String named(Symbol.FromCaller symbol) {
    return symbol.index() < parameterNames.size()
        ? "the parameter " + parameterNames.get(symbol.index())
        : "parameter " + (symbol.index() + 1);
  }

  @Override
  public String visitField(Symbol.Field field) {
    return "the field " + field.text();
  }

  @Override
  public String visitUnknown(Symbol.Unknown unknown) {
    return "something unknown";
  }
}
