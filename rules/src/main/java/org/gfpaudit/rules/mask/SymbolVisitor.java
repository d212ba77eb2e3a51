package org.gfpaudit.rules.mask;

/**
 * An answer for each kind of {@link Symbol}.
 *
 * @param <R> the type of the answer
 */
public interface SymbolVisitor<R> {
  R visitMappingMask(Symbol.MappingMask mask);

  R visitParameter(Symbol.Parameter parameter);

  R visitPointee(Symbol.Pointee pointee);

  R visitField(Symbol.Field field);

  R visitUnknown(Symbol.Unknown unknown);
}
