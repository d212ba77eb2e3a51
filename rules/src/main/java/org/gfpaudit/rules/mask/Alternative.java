package org.gfpaudit.rules.mask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
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

  private final List<Term> terms;
  private final int hash;

  private Alternative(List<Term> terms) {
    this.terms = terms;
    this.hash = terms.hashCode();
  }

  /** The OR of {@code terms}, in canonical form. */
  public static Alternative of(Collection<Term> terms) {
    List<Term> canonical = new ArrayList<>(terms.size());
    for (Term term : terms) {
      if (!term.bits().isEmpty()) {
        canonical.add(term);
      }
    }
    if (canonical.size() > 1) {
      canonical.sort(Term::compareSource);
      canonical = united(canonical);
    }
    if (canonical.size() > MAX_TERMS) {
      SortedSet<Origin> origins = new TreeSet<>();
      canonical.forEach(term -> origins.add(term.origin()));
      return unknown(TOO_MANY_TERMS, origins);
    }
    return canonical.isEmpty() ? ZERO : new Alternative(List.copyOf(canonical));
  }

  private static List<Term> united(List<Term> sorted) {
    List<Term> united = new ArrayList<>(sorted.size());
    Term last = sorted.get(0);
    for (int i = 1; i < sorted.size(); i++) {
      Term next = sorted.get(i);
      if (last.compareSource(next) == 0) {
        last = last.withBits(last.bits().or(next.bits()));
      } else {
        united.add(last);
        last = next;
      }
    }
    united.add(last);
    return united;
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
    long word = 0;
    for (Term term : terms) {
      word |= term.bits().word();
    }
    return new Bits(word);
  }

  /** Whether the mask is {@link #bits} and nothing else. */
  public boolean isExact() {
    for (Term term : terms) {
      if (!term.isExact()) {
        return false;
      }
    }
    return true;
  }

  /** Whether no bit can be set in both: then a sum is what an OR is. */
  public boolean isDisjoint(Alternative other) {
    return (bits().word() & other.bits().word()) == 0;
  }

  public SortedSet<Symbol> symbols() {
    SortedSet<Symbol> symbols = new TreeSet<>();
    for (Term term : terms) {
      symbols.addAll(term.symbols());
    }
    return symbols;
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

  @SuppressWarnings("ReferenceEquality") // An operator that changes nothing returns its argument.
  Alternative map(UnaryOperator<Term> operator) {
    List<Term> mapped = new ArrayList<>(terms.size());
    boolean isSame = true;
    for (Term term : terms) {
      Term after = operator.apply(term);
      isSame &= after == term;
      mapped.add(after);
    }
    return isSame ? this : of(mapped);
  }

  /** Whether this is nothing but unbounded terms, unknown for {@code reason}. */
  boolean isUnknownBecause(String reason) {
    for (Term term : terms) {
      boolean isUnbounded =
          term.bits().equals(Bits.ALL)
              && term.symbols().size() == 1
              && term.symbols().get(0) instanceof Symbol.Unknown unknown
              && unknown.reason().equals(reason);
      if (!isUnbounded) {
        return false;
      }
    }
    return !terms.isEmpty();
  }

  @Override
  public int compareTo(Alternative other) {
    if (this == other) {
      return 0;
    }
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
    return this == other
        || (other instanceof Alternative that && hash == that.hash && terms.equals(that.terms));
  }

  @Override
  public int hashCode() {
    return hash;
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
