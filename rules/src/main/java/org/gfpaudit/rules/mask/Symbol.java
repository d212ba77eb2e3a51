package org.gfpaudit.rules.mask;

import org.gfpaudit.rules.finding.Place;

/**
 * A mask whose bits are not known, by where it comes from.
 *
 * <p>Symbols are ordered by how much they say: {@link MappingMask} first, then {@link Parameter},
 * {@link Field} and {@link Unknown}.
 */
public sealed interface Symbol extends Comparable<Symbol> {

  /** The mask of a mapping: what {@code mapping_gfp_mask(mapping)} returns. */
  record MappingMask(AccessPath mapping) implements Symbol {
    @Override
    public String toString() {
      return "M(" + mapping + ")";
    }
  }

  /**
   * The mask the function at hand was called with.
   *
   * @param index of the parameter, 0-based
   */
  record Parameter(int index) implements Symbol {
    @Override
    public String toString() {
      return "P(" + index + ")";
    }
  }

  /**
   * Whatever some code stored in a field.
   *
   * @param owner {@code "struct foo"}; where the type is not known empty, or {@code ?} and a text
   *     that says what is known instead
   */
  record Field(String owner, String field) implements Symbol {
    /** Reports whether the owner is a type. */
    public boolean isOwnerKnown() {
      return !owner.isEmpty() && !owner.startsWith("?");
    }

    @Override
    public String toString() {
      return "F(" + (isOwnerKnown() ? owner : "?") + "." + field + ")";
    }
  }

  /**
   * A mask the analysis could not follow.
   *
   * @param reason a phrase without a period: {@code "result of an indirect call"}
   */
  record Unknown(String reason, Place place) implements Symbol {
    @Override
    public String toString() {
      return "U(" + reason + ")";
    }
  }

  /** By kind, then by content. */
  @Override
  default int compareTo(Symbol other) {
    return this == other ? 0 : SymbolOrder.compare(this, other);
  }

  /** The order of symbols. */
  final class SymbolOrder {
    private SymbolOrder() {}

    private static int compare(Symbol left, Symbol right) {
      if (left instanceof MappingMask a && right instanceof MappingMask b) {
        return a.mapping().compareTo(b.mapping());
      }
      if (left instanceof Parameter a && right instanceof Parameter b) {
        return Integer.compare(a.index(), b.index());
      }
      if (left instanceof Field a && right instanceof Field b) {
        int byOwner = a.owner().compareTo(b.owner());
        return byOwner != 0 ? byOwner : a.field().compareTo(b.field());
      }
      if (left instanceof Unknown a && right instanceof Unknown b) {
        int byReason = a.reason().compareTo(b.reason());
        return byReason != 0 ? byReason : a.place().compareTo(b.place());
      }
      return Integer.compare(kind(left), kind(right));
    }

    private static int kind(Symbol symbol) {
      return symbol instanceof MappingMask
          ? 0
          : symbol instanceof Parameter ? 1 : symbol instanceof Field ? 2 : 3;
    }
  }
}
