package org.gfpaudit.rules.mask;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What a GFP mask may be at one point of a program: a set of {@link Alternative}s, one per path
 * that reaches the point.
 *
 * <pre>
 *                    widened: unknown, from these origins
 *             /                       |                        \
 *   {GFP_KERNEL, GFP_NOFS}   {GFP_KERNEL, M(inode->i_mapping)}   ...     several paths
 *             |        \          /             |
 *       {GFP_NOFS}    {GFP_KERNEL}     {M(inode->i_mapping)}  {P(2)}     one path
 *             \              |                  |             /
 *                     bottom: no path reaches the point
 * </pre>
 *
 * <p>An alternative says of the runs along its path: the mask is the OR of its terms, and a term
 * with an unknown symbol may set less than it says. So it is an upper bound, and exact where it
 * holds no symbol. The value says: each run is described by one of the alternatives.
 *
 * <p>The order is inclusion of alternatives, the join is union. Alternatives that cover one another
 * are kept apart, because a verdict asks where a mask comes from and not only how large it is. A
 * value holds at most {@value #MAX_ALTERNATIVES}; past that it is <em>widened</em>: a single
 * unknown alternative that keeps the first {@value Alternative#MAX_TERMS} origins, and that
 * swallows whatever it is joined with. A program has finitely many symbols, constants and origins,
 * so an ascending chain takes at most {@value #MAX_ALTERNATIVES} joins to be widened and then only
 * exchanges origins for earlier ones; {@link #widen} gets there sooner.
 */
public final class MaskValue {
  /** The most alternatives before a value is widened. */
  public static final int MAX_ALTERNATIVES = 64;

  /** The most alternatives that {@link #widen} lets pass. */
  public static final int MAX_ALTERNATIVES_IN_LOOP = 32;

  /** Why a widened value is unknown. */
  public static final String TOO_MANY_PATHS =
      "the mask differs on more paths than the analysis keeps apart";

  private static final MaskValue BOTTOM = new MaskValue(List.of());
  private static final MaskValue ZERO = new MaskValue(List.of(Alternative.ZERO));

  private final List<Alternative> alternatives;
  private final int hash;

  private MaskValue(List<Alternative> alternatives) {
    this.alternatives = alternatives;
    this.hash = alternatives.hashCode();
  }

  /** No path reaches the point. */
  public static MaskValue bottom() {
    return BOTTOM;
  }

  /** The mask 0. */
  public static MaskValue zero() {
    return ZERO;
  }

  /** Exactly {@code bits}. */
  public static MaskValue constant(Bits bits, Origin origin) {
    return of(Term.constant(bits, origin));
  }

  /** Whatever {@code symbol} stands for. */
  public static MaskValue symbol(Symbol symbol, Origin origin) {
    return of(Term.symbol(symbol, origin));
  }

  /** Any mask, because of {@code reason} (a phrase without a period) at the origin's place. */
  public static MaskValue unknown(String reason, Origin origin) {
    return symbol(new Symbol.Unknown(reason, origin.place()), origin);
  }

  /** A single path with a single term. */
  public static MaskValue of(Term term) {
    return ofAlternatives(List.of(Alternative.of(List.of(term))));
  }

  /** The join of {@code alternatives}, in canonical form. */
  public static MaskValue ofAlternatives(Collection<Alternative> alternatives) {
    if (alternatives.size() <= 1) {
      return canonical(List.copyOf(alternatives));
    }
    return canonical(List.copyOf(new TreeSet<>(alternatives)));
  }

  /** The value of alternatives that are sorted and without duplicates. */
  private static MaskValue canonical(List<Alternative> sorted) {
    if (sorted.isEmpty()) {
      return BOTTOM;
    }
    if (sorted.size() > MAX_ALTERNATIVES) {
      return widened(originsOf(sorted));
    }
    for (Alternative alternative : sorted) {
      if (alternative.isUnknownBecause(TOO_MANY_PATHS)) {
        return widened(originsOf(sorted));
      }
    }
    return new MaskValue(sorted);
  }

  /** Sorted, without duplicates; empty for {@link #bottom}. */
  public List<Alternative> alternatives() {
    return alternatives;
  }

  public boolean isBottom() {
    return alternatives.isEmpty();
  }

  /** Whether no alternative holds a symbol; so is bottom. */
  public boolean isExact() {
    for (Alternative alternative : alternatives) {
      if (!alternative.isExact()) {
        return false;
      }
    }
    return true;
  }

  public SortedSet<Symbol> symbols() {
    SortedSet<Symbol> symbols = new TreeSet<>();
    for (Alternative alternative : alternatives) {
      for (Term term : alternative.terms()) {
        symbols.addAll(term.symbols());
      }
    }
    return symbols;
  }

  /** The symbols of one kind: of a value with many that are unknown the others are few. */
  public <T extends Symbol> SortedSet<T> symbols(Class<T> kind) {
    NavigableSet<T> symbols = new TreeSet<>();
    for (Alternative alternative : alternatives) {
      for (Term term : alternative.terms()) {
        term.symbols().stream().filter(kind::isInstance).map(kind::cast).forEach(symbols::add);
      }
    }
    return symbols;
  }

  /** Where the terms of all alternatives entered; the mask 0 has no origin. */
  public SortedSet<Origin> origins() {
    return originsOf(alternatives);
  }

  /** The bits that may be set on some path, all symbols taken as every bit. */
  public Bits bits() {
    return alternatives.stream().map(Alternative::bits).reduce(Bits.NONE, Bits::or);
  }

  /** The least value above both. */
  public MaskValue join(MaskValue other) {
    if (other.isBottom() || equals(other)) {
      return this;
    }
    if (isBottom()) {
      return other;
    }
    List<Alternative> both = union(alternatives, other.alternatives);
    // Where one holds the other it is the result: at a fixpoint nothing is made anew.
    if (both.size() == alternatives.size()) {
      return this;
    }
    if (both.size() == other.alternatives.size()) {
      return other;
    }
    MaskValue joined = canonical(List.copyOf(both));
    return joined.equals(this) ? this : joined;
  }

  /** The union of two sorted lists without duplicates, which is one too. */
  private static List<Alternative> union(List<Alternative> left, List<Alternative> right) {
    List<Alternative> both = new ArrayList<>(left.size() + right.size());
    int i = 0;
    int j = 0;
    while (i < left.size() && j < right.size()) {
      int order = left.get(i).compareTo(right.get(j));
      both.add(order <= 0 ? left.get(i) : right.get(j));
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    both.addAll(left.subList(i, left.size()));
    both.addAll(right.subList(j, right.size()));
    return both;
  }

  /** Whether every run that this value describes is described by {@code other}. */
  public boolean leq(MaskValue other) {
    return other.join(this).equals(other);
  }

  /** A value above both that makes every ascending chain short; for the heads of loops. */
  @SuppressWarnings("ReferenceEquality") // A join that adds nothing is this object.
  public MaskValue widen(MaskValue next) {
    MaskValue joined = join(next);
    return joined == this || joined.alternatives.size() <= MAX_ALTERNATIVES_IN_LOOP
        ? joined
        : widened(joined.origins());
  }

  /** C's {@code &}, on every pair of paths. */
  public MaskValue and(MaskValue other) {
    return combine(other, Alternative::and);
  }

  /** C's {@code |}, on every pair of paths. */
  public MaskValue or(MaskValue other) {
    return combine(other, Alternative::or);
  }

  /**
   * C's {@code ^}: exact on exact paths, {@code |} where both have no bit in common, else unknown
   * from the same origins.
   */
  public MaskValue xor(MaskValue other) {
    return combine(other, MaskValue::xor);
  }

  /**
   * C's {@code ~}: the cofinite constant on an exact path, else unknown from the same origins. What
   * a mapping forbids is set in the complement of its mask, so that is every bit besides. The
   * complement of the mask 0 has no origin to keep and gets {@link Origin#NOWHERE}.
   */
  public MaskValue complement() {
    return complement(Origin.NOWHERE);
  }

  /**
   * As {@link #complement()}.
   *
   * @param ofZero the origin of the complement of the mask 0
   */
  public MaskValue complement(Origin ofZero) {
    MaskValue result = map(alternative -> complement(alternative, ofZero));
    for (Alternative alternative : alternatives) {
      if (isMappings(alternative)) {
        result = result.join(constant(set(alternative), alternative.terms().get(0).origin()));
      }
    }
    return result;
  }

  /** {@code & ~cleared} on every path. */
  public MaskValue without(Bits cleared) {
    return map(alternative -> alternative.without(cleared));
  }

  /** This value with every origin replaced; used to note the calls a mask was returned through. */
  public MaskValue mapOrigins(UnaryOperator<Origin> operator) {
    return map(
        alternative -> alternative.map(term -> term.withOrigin(operator.apply(term.origin()))));
  }

  /**
   * This value with each symbol replaced by its value, as a caller sees a callee's mask. On one
   * path a symbol has the same value wherever it occurs.
   *
   * <p>The origins of the replacements survive, because there the mask enters. Where a symbol is
   * replaced by itself, or a mapping's mask by that of one other mapping, the term keeps its own.
   *
   * @param valueOf for a symbol that is to stay: its own {@link #symbol}, with any origin; never
   *     asked for {@link Symbol.Unknown}, which stays
   */
  public MaskValue substitute(Function<Symbol, MaskValue> valueOf) {
    if (isExact()) {
      return this;
    }
    return new Substitution(valueOf).apply(this);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof MaskValue that
            && hash == that.hash
            && alternatives.equals(that.alternatives));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** {@code {0xc0 & M(inode->i_mapping), 0x40}}; without braces where there is one path. */
  @Override
  public String toString() {
    return text(Alternative::toString);
  }

  /** As {@link #toString}, with the bits by name: {@code GFP_KERNEL & M(inode->i_mapping)}. */
  public String text(BitNames names) {
    return text(alternative -> alternative.text(names));
  }

  private String text(Function<Alternative, String> text) {
    if (isBottom()) {
      return "bottom";
    }
    List<String> texts = alternatives.stream().map(text).distinct().toList();
    return texts.size() == 1 ? texts.get(0) : "{" + String.join(", ", texts) + "}";
  }

  @SuppressWarnings("ReferenceEquality") // An operator that changes nothing returns its argument.
  private MaskValue map(UnaryOperator<Alternative> operator) {
    List<Alternative> mapped = new ArrayList<>(alternatives.size());
    boolean isSame = true;
    for (Alternative alternative : alternatives) {
      Alternative after = operator.apply(alternative);
      isSame &= after == alternative;
      mapped.add(after);
    }
    return isSame ? this : ofAlternatives(mapped);
  }

  private MaskValue combine(MaskValue other, BinaryOperator<Alternative> operator) {
    SortedSet<Alternative> results = new TreeSet<>();
    for (Alternative mine : alternatives) {
      for (Alternative theirs : other.alternatives) {
        results.add(operator.apply(mine, theirs));
        if (results.size() > MAX_ALTERNATIVES) {
          SortedSet<Origin> origins = origins();
          origins.addAll(other.origins());
          return widened(origins);
        }
      }
    }
    return ofAlternatives(results);
  }

  private static Alternative xor(Alternative left, Alternative right) {
    if (left.isExact() && right.isExact()) {
      return left.without(right.bits()).or(right.without(left.bits()));
    }
    if (left.isDisjoint(right)) {
      return left.or(right);
    }
    return Alternative.unknown(
        "xor of masks that are not constant", originsOf(List.of(left, right)));
  }

  /** Whether a mask is that of a mapping, or a part of one, beside constants. */
  private static boolean isMappings(Alternative alternative) {
    boolean isBounded = !alternative.isExact();
    for (Term term : alternative.terms()) {
      isBounded &=
          term.isExact() || term.symbols().stream().anyMatch(Symbol.MappingMask.class::isInstance);
    }
    return isBounded;
  }

  /** What is set in the complement of a mapping's mask that allows nothing. */
  private static Bits set(Alternative alternative) {
    Bits set = Bits.ALL;
    for (Term term : alternative.terms()) {
      set = term.isExact() ? set.without(term.bits()) : set;
    }
    return set;
  }

  private static Alternative complement(Alternative alternative, Origin ofZero) {
    if (!alternative.isExact()) {
      return Alternative.unknown(
          "complement of a mask that is not constant", originsOf(List.of(alternative)));
    }
    Origin origin = alternative.terms().isEmpty() ? ofZero : alternative.terms().get(0).origin();
    return Alternative.of(List.of(Term.constant(alternative.bits().complement(), origin)));
  }

  /** The unknown value of too many paths, from the first of {@code origins}. */
  public static MaskValue widened(SortedSet<Origin> origins) {
    SortedSet<Origin> some = origins.isEmpty() ? new TreeSet<>(List.of(Origin.NOWHERE)) : origins;
    return new MaskValue(List.of(Alternative.unknown(TOO_MANY_PATHS, some)));
  }

  private static SortedSet<Origin> originsOf(Collection<Alternative> alternatives) {
    SortedSet<Origin> origins = new TreeSet<>();
    for (Alternative alternative : alternatives) {
      for (Term term : alternative.terms()) {
        origins.add(term.origin());
      }
    }
    return origins;
  }
}
