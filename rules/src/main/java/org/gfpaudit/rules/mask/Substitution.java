package org.gfpaudit.rules.mask;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Replaces symbols by values, path by path.
 *
 * <p>For each alternative every choice of one alternative per symbol is one path of the result:
 * {@code (P & A) | (P & B)} with two alternatives for P gives two paths, not four. More than
 * {@value #MAX_CHOICES} choices widen the result. What is unknown stays unknown.
 */
final class Substitution {
  private static final int MAX_CHOICES = 1024;

  private final Function<Symbol, MaskValue> valueOf;

  Substitution(Function<Symbol, MaskValue> valueOf) {
    this.valueOf = valueOf;
  }

  MaskValue apply(MaskValue value) {
    SortedSet<Alternative> results = new TreeSet<>();
    for (Alternative alternative : value.alternatives()) {
      Map<Symbol, MaskValue> values = new HashMap<>();
      List<Symbol> symbols = new ArrayList<>(alternative.symbols());
      symbols.removeIf(Symbol.Unknown.class::isInstance);
      long choices = 1;
      for (Symbol symbol : symbols) {
        MaskValue replacement = valueOf.apply(symbol);
        values.put(symbol, replacement);
        choices = Math.min(MAX_CHOICES + 1L, choices * replacement.alternatives().size());
      }
      if (choices > MAX_CHOICES) {
        SortedSet<Origin> origins = value.origins();
        values.values().forEach(replacement -> origins.addAll(replacement.origins()));
        return MaskValue.widened(origins);
      }
      for (int choice = 0; choice < choices; choice++) {
        results.add(choose(alternative, symbols, values, choice));
      }
    }
    return MaskValue.ofAlternatives(results);
  }

  /** The path of one choice; {@code choice} counts in mixed radix, first symbol fastest. */
  private static Alternative choose(
      Alternative alternative, List<Symbol> symbols, Map<Symbol, MaskValue> values, int choice) {
    Map<Symbol, Alternative> chosen = new HashMap<>();
    int rest = choice;
    for (Symbol symbol : symbols) {
      List<Alternative> replacements = Objects.requireNonNull(values.get(symbol)).alternatives();
      chosen.put(symbol, replacements.get(rest % replacements.size()));
      rest /= replacements.size();
    }
    List<Term> terms = new ArrayList<>();
    for (Term term : alternative.terms()) {
      terms.addAll(replace(term, chosen).terms());
    }
    return Alternative.of(terms);
  }

  private static Alternative replace(Term term, Map<Symbol, Alternative> chosen) {
    Alternative product = null;
    for (Symbol symbol : term.symbols()) {
      Alternative replacement = chosen.get(symbol);
      Alternative operand =
          replacement == null
              ? Alternative.of(List.of(Term.symbol(symbol, term.origin())))
              : isRenaming(symbol, replacement)
                  ? replacement.map(renamed -> renamed.withOrigin(term.origin()))
                  : replacement;
      product = product == null ? operand : product.and(operand);
    }
    return product == null
        ? Alternative.of(List.of(term))
        : product.without(term.bits().complement());
  }

  /** Whether the symbol stays, or is a mapping's mask that gets another path. */
  private static boolean isRenaming(Symbol symbol, Alternative replacement) {
    if (replacement.terms().size() != 1) {
      return false;
    }
    Term only = replacement.terms().get(0);
    return only.bits().equals(Bits.ALL)
        && only.symbols().size() == 1
        && (only.symbols().get(0).equals(symbol)
            || (symbol instanceof Symbol.MappingMask && only.isBoundedByMapping()));
  }
}
