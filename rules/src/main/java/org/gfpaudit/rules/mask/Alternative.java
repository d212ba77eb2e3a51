package org.gfpaudit.rules.mask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The mask on one path: a set of OR-ed terms, sorted. No terms is the mask 0.
 *
 * <p>Canonical: terms without bits are dropped, and terms with the same symbols and the same origin
 * are one term. More than {@value #MAX_TERMS} terms become unknown: one unbounded term for each of
 * the first {@value #MAX_TERMS} origins.
 */
public final class Alternative implements Comparable<Alternative> {
  /** The most terms before an alternative becomes unknown. */
  public static final int MAX_TERMS = 16;

  /** Why a mask of too many terms is unknown. */
  public static final String TOO_MANY_TERMS =
      "more than " + MAX_TERMS + " masks are or-ed together";

  /** The mask 0. */
  public static final Alternative ZERO = new Alternative(List.of());

  private static final Comparator<Term> BY_SYMBOLS_AND_ORIGIN =
      Comparator.comparing(Term::origin).thenComparing(Term::symbols, Term::compareSymbols);

  private final List<Term> terms;

  private Alternative(List<Term> terms) {
    this.terms = terms;
  }

  /** The OR of {@code terms}, in canonical form. */
  public static Alternative of(Collection<Term> terms) {
    Map<Term, Bits> merged = new TreeMap<>(BY_SYMBOLS_AND_ORIGIN);
    for (Term term : terms) {
      if (!term.bits().isEmpty()) {
        merged.merge(term, term.bits(), Bits::or);
      }
    }
    if (merged.size() > MAX_TERMS) {
      SortedSet<Origin> origins = new TreeSet<>();
      merged.keySet().forEach(term -> origins.add(term.origin()));
      return unknown(TOO_MANY_TERMS, origins);
    }
    List<Term> canonical = new ArrayList<>(merged.size());
    merged.forEach((term, bits) -> canonical.add(term.withBits(bits)));
    return canonical.isEmpty() ? ZERO : new Alternative(List.copyOf(canonical));
  }

  /** Anything at all, from the first {@value #MAX_TERMS} of {@code origins}. */
  static Alternative unknown(String reason, SortedSet<Origin> origins) {
    return new Alternative(
        origins.stream()
            .limit(MAX_TERMS)
            .map(origin -> Term.symbol(new Symbol.Unknown(reason, origin.place()), origin))
            .toList());
  }

  /** Sorted, without duplicates; empty for the mask 0. */
  public List<Term> terms() {
    return terms;
  }

  /** The bits that may be set, all symbols taken as every bit. */
  public Bits bits() {
    return terms.stream().map(Term::bits).reduce(Bits.NONE, Bits::or);
  }

  /** Reports whether the mask is {@link #bits} and nothing else. */
  public boolean isExact() {
    return terms.stream().allMatch(Term::isExact);
  }

  public SortedSet<Symbol> symbols() {
    return terms.stream()
        .flatMap(term -> term.symbols().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  public Alternative or(Alternative other) {
    List<Term> both = new ArrayList<>(terms);
    both.addAll(other.terms);
    return of(both);
  }

  public Alternative and(Alternative other) {
    List<Term> products = new ArrayList<>(terms.size() * other.terms.size());
    for (Term mine : terms) {
      for (Term theirs : other.terms) {
        products.add(mine.and(theirs));
      }
    }
    return of(products);
  }

  public Alternative without(Bits cleared) {
    return map(term -> term.withBits(term.bits().without(cleared)));
  }

  Alternative map(UnaryOperator<Term> operator) {
    return of(terms.stream().map(operator).toList());
  }

  /** Reports whether this is nothing but unbounded terms, unknown for {@code reason}. */
  boolean isUnknownBecause(String reason) {
    return !terms.isEmpty()
        && terms.stream()
            .allMatch(
                term ->
                    term.bits().equals(Bits.ALL)
                        && term.symbols().size() == 1
                        && term.symbols().first() instanceof Symbol.Unknown unknown
                        && unknown.reason().equals(reason));
  }

  @Override
  public int compareTo(Alternative other) {
    for (int i = 0; i < terms.size() && i < other.terms.size(); i++) {
      int byTerm = terms.get(i).compareTo(other.terms.get(i));
      if (byTerm != 0) {
        return byTerm;
      }
    }
    return Integer.compare(terms.size(), other.terms.size());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Alternative that && terms.equals(that.terms);
  }

  @Override
  public int hashCode() {
    return terms.hashCode();
  }

  /** Terms joined by a bar, {@code 0} for none. */
  @Override
  public String toString() {
    return text(Term::toString);
  }

  /** As {@link #toString}, with the bits by name. */
  public String text(BitNames names) {
    return text(term -> term.text(names));
  }

  private String text(Function<Term, String> text) {
    return terms.isEmpty()
        ? "0"
        : terms.stream().map(text).distinct().collect(Collectors.joining(" | "));
  }
}
