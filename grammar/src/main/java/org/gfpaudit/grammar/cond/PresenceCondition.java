package org.gfpaudit.grammar.cond;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

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
  public static final PresenceCondition TRUE = new PresenceCondition(TruthTable.TRUE, null);

  /** Present never. */
  public static final PresenceCondition FALSE = new PresenceCondition(TruthTable.FALSE, null);

  /** Exactly one of the two is null. */
  private final TruthTable table;

  private final Junction junction;

  /** A bit for each atom, by its hash: conditions without a common bit share no atom. */
  private final long atomSet;

  private String text;

  private PresenceCondition(TruthTable table, Junction junction) {
    this.table = table;
    this.junction = junction;
    this.atomSet = table != null ? atomSet(table) : atomSet(junction);
  }

  private static long atomSet(TruthTable table) {
    long set = 0;
    for (String atom : table.atoms()) {
      set |= 1L << atom.hashCode();
    }
    return set;
  }

  private static long atomSet(Junction junction) {
    long set = 0;
    for (PresenceCondition part : junction.parts()) {
      set |= part.atomSet;
    }
    return set;
  }

  /** True where the symbol is set; a symbol is a C identifier such as {@code CONFIG_MMU}. */
  public static PresenceCondition symbol(String name) {
    return new PresenceCondition(TruthTable.atom(name), null);
  }

  /** An expression that is not looked into, identified by its text with white space collapsed. */
  public static PresenceCondition opaque(String expression) {
    return new PresenceCondition(TruthTable.atom(expression.strip().replaceAll("\\s+", " ")), null);
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
    return new PresenceCondition(null, junction);
  }

  public PresenceCondition and(PresenceCondition other) {
    if (isTrue() || other.isFalse() || this == other) {
      return other;
    }
    if (isFalse() || other.isTrue()) {
      return this;
    }
    if (table != null && other.table != null) {
      TruthTable both = table.and(other.table);
      if (both != null) {
        return of(both);
      }
    }
    return Junction.join(true, this, other);
  }

  public PresenceCondition or(PresenceCondition other) {
    if (table != null && other.table != null) {
      TruthTable neither = table.not().and(other.table.not());
      if (neither != null) {
        return of(neither.not());
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
    return table != null ? of(table.not()) : wide(junction.negated());
  }

  /** Reports whether some configuration has the line; may err towards yes above twelve atoms. */
  public boolean isSatisfiable() {
    return !isFalse();
  }

  /** Reports whether no configuration is without the line; may err towards no. */
  public boolean isTrue() {
    return table != null && table.isTrue();
  }

  /** Reports whether no configuration has the line; may err towards no. */
  public boolean isFalse() {
    return table != null && table.isFalse();
  }

  /** Reports whether wherever this one holds {@code other} does; may err towards no. */
  public boolean implies(PresenceCondition other) {
    if (this == other || isFalse() || other.isTrue()) {
      return true;
    }
    if ((atomSet & other.atomSet) == 0) {
      return false;
    }
    if (table != null && other.table != null) {
      return table.implies(other.table);
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
    return junction != null && junction.parts().stream().anyMatch(part -> part.implies(other))
        || other.junction != null && other.junction.parts().stream().anyMatch(this::implies);
  }

  /** The atoms the formula depends on: symbols and opaque texts, sorted. */
  public SortedSet<String> atoms() {
    SortedSet<String> atoms = new TreeSet<>();
    collectAtoms(atoms);
    return Collections.unmodifiableSortedSet(atoms);
  }

  private void collectAtoms(SortedSet<String> atoms) {
    if (table != null) {
      atoms.addAll(Arrays.asList(table.atoms()));
    } else {
      junction.parts().forEach(part -> part.collectAtoms(atoms));
    }
  }

  /**
   * What is left of the formula where some of its atoms are decided.
   *
   * @param values the value of an atom as {@link #atoms} gives it, or empty where it stays free
   */
  public PresenceCondition given(Function<String, Optional<Boolean>> values) {
    if (table != null) {
      return of(table.given(values));
    }
    PresenceCondition result = junction.conjunction() ? TRUE : FALSE;
    for (PresenceCondition part : junction.parts()) {
      PresenceCondition left = part.given(values);
      result = junction.conjunction() ? result.and(left) : result.or(left);
    }
    return result;
  }

  /** How many atoms the formula is built of, counted as often as they stand in it. */
  int size() {
    return table != null ? Math.max(1, table.atomCount()) : junction.size();
  }

  /** The smallest known parts whose conjunction, or disjunction, this condition is. */
  List<PresenceCondition> partsOf(boolean conjunction) {
    if (junction != null) {
      return junction.conjunction() == conjunction ? junction.parts() : List.of(this);
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
    return table.isFalse() ? FALSE : new PresenceCondition(table, null);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PresenceCondition c
        && Objects.equals(table, c.table)
        && Objects.equals(junction, c.junction);
  }

  @Override
  public int hashCode() {
    return Objects.hash(table, junction);
  }

  /**
   * C syntax that {@link #parse} reads back, such as {@code CONFIG_A && !CONFIG_B}; empty where
   * present always, {@code 0} where never.
   */
  @Override
  public String toString() {
    if (text == null) {
      text = table != null ? ConditionPrinter.print(table) : junction.toString();
    }
    return text;
  }
}
