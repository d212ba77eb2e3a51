package org.gfpaudit.rules.mask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * One operand of an OR: bits AND every symbol. Without symbols it is exact.
 *
 * <p>A term with an {@link Symbol.Unknown} among its symbols sets no other bits, any other term
 * sets just these. A term keeps at most {@value #MAX_SYMBOLS} symbols. Of more the first in their
 * order stay, and an unknown one stands for the rest: dropping an operand of an AND only raises the
 * upper bound.
 */
public final class Term implements Comparable<Term> {
  /** The most symbols a term keeps. */
  public static final int MAX_SYMBOLS = 8;

  private static final String TOO_MANY_SYMBOLS =
      "more than " + MAX_SYMBOLS + " masks are and-ed together";

  private final Bits bits;
  private final List<Symbol> symbols;
  private final Origin origin;
  private final int hash;

  /** A term of {@code symbols} in any order, each as often as it may be. */
  public Term(Bits bits, Collection<Symbol> symbols, Origin origin) {
    this(bits, canonical(symbols, origin), origin);
  }

  private Term(Bits bits, List<Symbol> canonical, Origin origin) {
    this.bits = bits;
    this.symbols = canonical;
    this.origin = origin;
    this.hash = (Long.hashCode(bits.word()) * 31 + canonical.hashCode()) * 31 + origin.hashCode();
  }

  private static List<Symbol> canonical(Collection<Symbol> symbols, Origin origin) {
    List<Symbol> kept = new ArrayList<>(new TreeSet<>(symbols));
    if (kept.size() > MAX_SYMBOLS) {
      kept.subList(MAX_SYMBOLS - 1, kept.size()).clear();
      Symbol rest = new Symbol.Unknown(TOO_MANY_SYMBOLS, origin.place());
      if (!kept.contains(rest)) {
        kept.add(rest);
        kept.sort(null);
      }
    }
    return List.copyOf(kept);
  }

  /** An exact term. */
  public static Term constant(Bits bits, Origin origin) {
    return new Term(bits, List.of(), origin);
  }

  /** A term that may set whatever {@code symbol} has. */
  public static Term symbol(Symbol symbol, Origin origin) {
    return new Term(Bits.ALL, List.of(symbol), origin);
  }

  public Bits bits() {
    return bits;
  }

  /** Sorted, without duplicates. */
  public List<Symbol> symbols() {
    return symbols;
  }

  public Origin origin() {
    return origin;
  }

  public boolean isExact() {
    return symbols.isEmpty();
  }

  /** Whether no bit can be set that some mapping's mask forbids. */
  public boolean isBoundedByMapping() {
    return !symbols.isEmpty() && symbols.get(0) instanceof Symbol.MappingMask;
  }

  public Term withBits(Bits newBits) {
    return newBits.word() == bits.word() ? this : new Term(newBits, symbols, origin);
  }

  public Term withOrigin(Origin newOrigin) {
    return newOrigin.equals(origin) ? this : new Term(bits, symbols, newOrigin);
  }

  /**
   * Both at once: bits intersect, symbols unite. The origin is that of the term that says most
   * about where the mask comes from: one with a mapping's mask, else one with another symbol, else
   * the constant that is not a complement; among equals the first.
   */
  public Term and(Term other) {
    Bits common = bits.and(other.bits);
    Origin weightier = weightier(this, other).origin;
    if (other.symbols.isEmpty() || symbols.equals(other.symbols)) {
      return new Term(common, symbols, weightier);
    }
    if (symbols.isEmpty()) {
      return new Term(common, other.symbols, weightier);
    }
    List<Symbol> both = new ArrayList<>(symbols);
    both.addAll(other.symbols);
    return new Term(common, canonical(both, weightier), weightier);
  }

  private static Term weightier(Term left, Term right) {
    int byWeight = Integer.compare(left.weight(), right.weight());
    if (byWeight != 0) {
      return byWeight > 0 ? left : right;
    }
    return left.origin.compareTo(right.origin) <= 0 ? left : right;
  }

  private int weight() {
    if (isBoundedByMapping()) {
      return 3;
    }
    return isExact() ? (bits.isCofinite() ? 0 : 1) : 2;
  }

  /** By origin, symbols and bits. */
  @Override
  public int compareTo(Term other) {
    int bySource = compareSource(other);
    return bySource != 0 ? bySource : Long.compareUnsigned(bits.word(), other.bits.word());
  }

  /** By origin and symbols: terms that are equal so are one term of an alternative. */
  @SuppressWarnings("ReferenceEquality") // A quick answer where the two are one object.
  int compareSource(Term other) {
    if (this == other) {
      return 0;
    }
    int byOrigin = origin.compareTo(other.origin);
    return byOrigin != 0 ? byOrigin : compareSymbols(symbols, other.symbols);
  }

  private static int compareSymbols(List<Symbol> left, List<Symbol> right) {
    int common = Math.min(left.size(), right.size());
    for (int i = 0; i < common; i++) {
      int bySymbol = left.get(i).compareTo(right.get(i));
      if (bySymbol != 0) {
        return bySymbol;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Term that
            && hash == that.hash
            && bits.word() == that.bits.word()
            && symbols.equals(that.symbols)
            && origin.equals(that.origin));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** {@code 0xc0 & M(inode->i_mapping)}. */
  @Override
  public String toString() {
    return text(bits.toString());
  }

  /** {@code GFP_KERNEL & M(inode->i_mapping)}. */
  public String text(BitNames names) {
    return text(names.text(bits));
  }

  private String text(String bitsText) {
    if (symbols.isEmpty()) {
      return bitsText;
    }
    StringBuilder symbolText = new StringBuilder();
    for (Symbol symbol : symbols) {
      symbolText.append(symbolText.isEmpty() ? "" : " & ").append(symbol);
    }
    if (bits.equals(Bits.ALL)) {
      return symbolText.toString();
    }
    return (bitsText.contains("|") && !bitsText.endsWith(")") ? "(" + bitsText + ")" : bitsText)
        + " & "
        + symbolText;
  }
}
