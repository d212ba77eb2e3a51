package org.gfpaudit.rules.mask;

import org.gfpaudit.rules.finding.Place;

/**
 * A mask whose bits are not known, by where it comes from.
 *
 * <p>Symbols are ordered by how much they say: {@link MappingMask} first, then {@link Parameter},
 * {@link Pointee}, {@link Field} and {@link Unknown}; those of one kind by their content.
 */
public sealed interface Symbol extends Comparable<Symbol> {

  /** Asks {@code visitor} about the kind of this symbol. */
  <R> R accept(SymbolVisitor<R> visitor);

  /** The mask of a mapping: what {@code mapping_gfp_mask(mapping)} returns. */
  record MappingMask(AccessPath mapping) implements Symbol {
    @Override
    public <R> R accept(SymbolVisitor<R> visitor) {
      return visitor.visitMappingMask(this);
    }

    @Override
    public int compareTo(Symbol other) {
      return other instanceof MappingMask that
          ? mapping.compareTo(that.mapping)
          : SymbolKinds.compare(this, other);
    }

    @Override
    public String toString() {
      return "M(" + mapping + ")";
    }
  }

  /** A mask that the caller of the function at hand brings. */
  sealed interface FromCaller extends Symbol {
    /** The index of the parameter it comes by, 0-based. */
    int index();

    /** What of a call it is, for people, who count from 1: {@code "argument 3"}. */
    String inCall();
  }

  /**
   * The mask the function at hand was called with.
   *
   * @param index of the parameter, 0-based
   */
  record Parameter(int index) implements FromCaller {
    @Override
    public <R> R accept(SymbolVisitor<R> visitor) {
      return visitor.visitParameter(this);
    }

    @Override
    public int compareTo(Symbol other) {
      return other instanceof Parameter that
          ? Integer.compare(index, that.index)
          : SymbolKinds.compare(this, other);
    }

    @Override
    public String inCall() {
      return "argument " + (index + 1);
    }

    @Override
    public String toString() {
      return "P(" + index + ")";
    }
  }

  /**
   * The mask that a pointer parameter pointed to when the function at hand was called.
   *
   * @param index of the parameter, 0-based
   */
  record Pointee(int index) implements FromCaller {
    @Override
    public <R> R accept(SymbolVisitor<R> visitor) {
      return visitor.visitPointee(this);
    }

    @Override
    public int compareTo(Symbol other) {
      return other instanceof Pointee that
          ? Integer.compare(index, that.index)
          : SymbolKinds.compare(this, other);
    }

    @Override
    public String inCall() {
      return "what argument " + (index + 1) + " points to";
    }

    @Override
    public String toString() {
      return "*P(" + index + ")";
    }
  }

  /** Whatever some code stored in a field. */
  record Field(FieldOwner owner, String field) implements Symbol {
    /** Whether the owner is a type. */
    public boolean isOwnerKnown() {
      return owner.struct().isPresent();
    }

    /** The field for people: {@code struct foo.gfp}, or the bare name of one of unknown owner. */
    public String text() {
      return owner.struct().map(struct -> struct + "." + field).orElse(field);
    }

    @Override
    public <R> R accept(SymbolVisitor<R> visitor) {
      return visitor.visitField(this);
    }

    @Override
    public int compareTo(Symbol other) {
      if (!(other instanceof Field that)) {
        return SymbolKinds.compare(this, other);
      }
      int byOwner = owner.compareTo(that.owner);
      return byOwner != 0 ? byOwner : field.compareTo(that.field);
    }

    @Override
    public String toString() {
      return "F(" + owner.struct().orElse("?") + "." + field + ")";
    }
  }

  /**
   * A mask the analysis could not follow.
   *
   * @param reason a phrase without a period: {@code "result of an indirect call"}
   */
  record Unknown(String reason, Place place) implements Symbol {
    @Override
    public <R> R accept(SymbolVisitor<R> visitor) {
      return visitor.visitUnknown(this);
    }

    @Override
    public int compareTo(Symbol other) {
      if (!(other instanceof Unknown that)) {
        return SymbolKinds.compare(this, other);
      }
      int byReason = reason.compareTo(that.reason);
      return byReason != 0 ? byReason : place.compareTo(that.place);
    }

    @Override
    public String toString() {
      return "U(" + reason + ")";
    }
  }
}
