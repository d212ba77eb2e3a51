package org.gfpaudit.rules.mask;

import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One operand of an OR: {@code bits} AND every symbol. Without symbols it is exact.
 *
 * <p>A term with an {@link Symbol.Unknown} among its symbols sets no other bits, any other term
 * sets just these. A term keeps at most {@value #MAX_SYMBOLS} symbols. Of more the first in their
 * order stay, and an unknown one stands for the rest: dropping an operand of an AND only raises the
 * upper bound.
 */
public record Term(Bits bits, SortedSet<Symbol> symbols, Origin origin)
    implements Comparable<Term> {
  /** The most symbols a term keeps. */
  public static final int MAX_SYMBOLS = 8;

  private static final String TOO_MANY_SYMBOLS =
      "more than " + MAX_SYMBOLS + " masks are and-ed together";

  private static final Comparator<Term> ORDER =
      Comparator.comparing(Term::origin)
          .thenComparing(Term::symbols, Term::compareSymbols)
          .thenComparing(Term::bits);

  public Term {
    SortedSet<Symbol> kept = new TreeSet<>(symbols);
    if (kept.size() > MAX_SYMBOLS) {
      while (kept.size() >= MAX_SYMBOLS) {
        kept.remove(kept.last());
      }
      kept.add(new Symbol.Unknown(TOO_MANY_SYMBOLS, origin.place()));
    }
    symbols = Collections.unmodifiableSortedSet(kept);
  }

  /** An exact term. */
  public static Term constant(Bits bits, Origin origin) {
    return new Term(bits, Collections.emptySortedSet(), origin);
  }

  /** A term that may set whatever {@code symbol} has. */
  public static Term symbol(Symbol symbol, Origin origin) {
    return new Term(Bits.ALL, new TreeSet<>(Collections.singleton(symbol)), origin);
  }

  public boolean isExact() {
    return symbols.isEmpty();
  }

  /** Reports whether no bit can be set that some mapping's mask forbids. */
  public boolean isBoundedByMapping() {
    return !symbols.isEmpty() && symbols.first() instanceof Symbol.MappingMask;
  }

  public Term withBits(Bits newBits) {
    return newBits.equals(bits) ? this : new Term(newBits, symbols, origin);
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
    SortedSet<Symbol> both = new TreeSet<>(symbols);
    both.addAll(other.symbols);
    return new Term(bits.and(other.bits), both, weightier(this, other).origin);
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

  @Override
  public int compareTo(Term other) {
    return ORDER.compare(this, other);
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
    String symbolText = symbols.stream().map(Symbol::toString).collect(Collectors.joining(" & "));
    if (bits.equals(Bits.ALL)) {
      return symbolText;
    }
    return (bitsText.contains("|") && !bitsText.endsWith(")") ? "(" + bitsText + ")" : bitsText)
        + " & "
        + symbolText;
  }

  static int compareSymbols(SortedSet<Symbol> left, SortedSet<Symbol> right) {
    Iterator<Symbol> a = left.iterator();
    Iterator<Symbol> b = right.iterator();
    while (a.hasNext() && b.hasNext()) {
      int bySymbol = a.next().compareTo(b.next());
      if (bySymbol != 0) {
        return bySymbol;
      }
    }
    return Integer.compare(left.size(), right.size());
  }
}
