package org.gfpaudit.grammar.cond;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The formula under which a line is compiled, over configuration symbols ({@code CONFIG_MMU}) and
 * opaque atoms (any other {@code #if} expression, by its text). Immutable.
 *
 * <p>Up to twelve atoms the form is canonical: equal functions are {@link #equals equal} and print
 * alike, and every answer is exact. Beyond, the formula is kept as it was built; then {@link
 * #isSatisfiable} may answer yes and {@link #implies} no where the truth is the opposite, never the
 * other way round.
 *
 * <p>A tristate counts as one switch: {@code defined(CONFIG_X)} and {@code IS_ENABLED(CONFIG_X)}
 * are {@code CONFIG_X}. {@code IS_MODULE(CONFIG_X)}, {@code defined(CONFIG_X_MODULE)} and {@code
 * IS_BUILTIN(CONFIG_X)} imply it. The text is that of kernel C: {@code __KERNEL__} is defined,
 * {@code __ASSEMBLY__} and {@code __cplusplus} are not. Opaque atoms know nothing of each other but
 * that {@code A == B} and {@code A != B}, {@code A >= B} and {@code A < B} are opposites.
 */
public final class PresenceCondition {
  /** Present always. */
  public static final PresenceCondition TRUE = new PresenceCondition(TruthTable.TRUE);

  /** Present never. */
  public static final PresenceCondition FALSE = new PresenceCondition(TruthTable.FALSE);

  /** How a formula is kept: as its table where it is narrow, else as it was built. */
  sealed interface Form permits TruthTable, Junction {
    boolean isTrue();

    boolean isFalse();

    PresenceCondition negation();

    /** What is left of it, as {@link PresenceCondition#given} says. */
    PresenceCondition given(Function<String, Optional<Boolean>> values);

    void collectAtoms(SortedSet<String> atoms);

    /** A bit for each atom, by its hash. */
    long atomSet();

    /** How many atoms it is built of, counted as often as they stand in it. */
    int size();

    /** It as kernel C. */
    String print();
  }

  private final Form form;

  /** Conditions without a common bit share no atom. */
  private final long atomSet;

  private @Nullable String text;

  private PresenceCondition(Form form) {
    this.form = form;
    this.atomSet = form.atomSet();
  }

  /** True where the symbol is set; a symbol is a C identifier such as {@code CONFIG_MMU}. */
  public static PresenceCondition symbol(String name) {
    return new PresenceCondition(TruthTable.atom(name));
  }

  /** An expression that is not looked into, identified by its text with white space collapsed. */
  public static PresenceCondition opaque(String expression) {
    return new PresenceCondition(TruthTable.atom(expression.strip().replaceAll("\\s+", " ")));
  }

  /**
   * The meaning of the text after {@code #if} or {@code #elif}; comments and line splices may stand
   * in it. What cannot be read becomes one opaque atom; takes time linear in the text's length for
   * any input.
   */
  public static PresenceCondition parse(String ifExpressionText) {
    return new ConditionParser(ConditionTokens.of(ifExpressionText)).parse();
  }

  /** The meaning of {@code #ifdef macro}. */
  public static PresenceCondition defined(String macro) {
    return ConditionParser.defined(macro);
  }

  static PresenceCondition wide(Junction junction) {
    return new PresenceCondition(junction);
  }

  @SuppressWarnings("ReferenceEquality") // A quick answer where the two are one object.
  public PresenceCondition and(PresenceCondition other) {
    if (isTrue() || other.isFalse() || this == other) {
      return other;
    }
    if (isFalse() || other.isTrue()) {
      return this;
    }
    if (form instanceof TruthTable left && other.form instanceof TruthTable right) {
      Optional<TruthTable> both = left.and(right);
      if (both.isPresent()) {
        return of(both.get());
      }
    }
    return Junction.join(true, this, other);
  }

  public PresenceCondition or(PresenceCondition other) {
    if (form instanceof TruthTable left && other.form instanceof TruthTable right) {
      Optional<TruthTable> neither = left.not().and(right.not());
      if (neither.isPresent()) {
        return of(neither.get().not());
      }
    }
    if (isTrue() || other.isFalse()) {
      return this;
    }
    if (isFalse() || other.isTrue()) {
      return other;
    }
    return Junction.join(false, this, other);
  }

  public PresenceCondition not() {
    return form.negation();
  }

  /** Whether some configuration has the line; may err towards yes above twelve atoms. */
  public boolean isSatisfiable() {
    return !isFalse();
  }

  /** Whether no configuration is without the line; may err towards no. */
  public boolean isTrue() {
    return form.isTrue();
  }

  /** Whether no configuration has the line; may err towards no. */
  public boolean isFalse() {
    return form.isFalse();
  }

  /** Whether wherever this one holds {@code other} does; may err towards no. */
  @SuppressWarnings("ReferenceEquality") // A quick answer where the two are one object.
  public boolean implies(PresenceCondition other) {
    if (this == other || isFalse() || other.isTrue()) {
      return true;
    }
    if ((atomSet & other.atomSet) == 0) {
      return false;
    }
    if (form instanceof TruthTable left && other.form instanceof TruthTable right) {
      return left.implies(right);
    }
    return equals(other) || impliesByParts(other);
  }

  private boolean impliesByParts(PresenceCondition other) {
    List<PresenceCondition> cases = partsOf(false);
    if (cases.size() > 1) {
      return cases.stream().allMatch(part -> part.implies(other));
    }
    List<PresenceCondition> demands = other.partsOf(true);
    if (demands.size() > 1) {
      return demands.stream().allMatch(this::implies);
    }
    return (form instanceof Junction all
            && all.parts().stream().anyMatch(part -> part.implies(other)))
        || (other.form instanceof Junction any && any.parts().stream().anyMatch(this::implies));
  }

  /** The atoms the formula depends on: symbols and opaque texts, sorted. */
  public SortedSet<String> atoms() {
    SortedSet<String> atoms = new TreeSet<>();
    form.collectAtoms(atoms);
    return Collections.unmodifiableSortedSet(atoms);
  }

  /**
   * What is left of the formula where some of its atoms are decided.
   *
   * @param values the value of an atom as {@link #atoms} gives it, or empty where it stays free
   */
  public PresenceCondition given(Function<String, Optional<Boolean>> values) {
    return form.given(values);
  }

  /** How many atoms the formula is built of, counted as often as they stand in it. */
  int size() {
    return form.size();
  }

  long atomSet() {
    return atomSet;
  }

  void collectAtoms(SortedSet<String> atoms) {
    form.collectAtoms(atoms);
  }

  /** The smallest known parts whose conjunction, or disjunction, this condition is. */
  List<PresenceCondition> partsOf(boolean conjunction) {
    if (!(form instanceof TruthTable table)) {
      return form instanceof Junction junction && junction.conjunction() == conjunction
          ? junction.parts()
          : List.of(this);
    }
    List<PresenceCondition> parts = new ArrayList<>();
    for (PresenceCondition product : ConditionPrinter.products(conjunction ? table.not() : table)) {
      parts.add(conjunction ? product.not() : product);
    }
    return parts;
  }

  static PresenceCondition of(TruthTable table) {
    if (table.isTrue()) {
      return TRUE;
    }
    return table.isFalse() ? FALSE : new PresenceCondition(table);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PresenceCondition c && form.equals(c.form);
  }

  @Override
  public int hashCode() {
    return form.hashCode();
  }

  /**
   * C syntax that {@link #parse} reads back, such as {@code CONFIG_A && !CONFIG_B}; empty where
   * present always, {@code 0} where never.
   */
  @Override
  public String toString() {
    String known = text;
    if (known == null) {
      known = form.print();
      text = known;
    }
    return known;
  }
}
