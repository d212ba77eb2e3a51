package org.gfpaudit.analyzer.constrain;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.rules.finding.ConstrainerSite;
import org.gfpaudit.rules.mask.AccessPath;
import org.gfpaudit.rules.mask.Bits;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Symbol;

/**
 * A call that sets the mask of a mapping.
 *
 * @param mappings what the mapping can be, in terms of the function the call stands in
 * @param mask what it is set to
 * @param site the same for people
 */
public record Setter(
    CallSite at, SortedSet<AccessPath> mappings, MaskValue mask, ConstrainerSite site)
    implements Comparable<Setter> {

  /** The field that alone is the mask on every path: it was saved there, and is restored. */
  public Optional<Symbol.Field> restored() {
    List<Symbol> symbols = List.copyOf(mask.symbols());
    boolean isWhole =
        mask.alternatives().stream()
            .flatMap(alternative -> alternative.terms().stream())
            .allMatch(term -> term.symbols().size() == 1 && term.bits().equals(Bits.ALL));
    return isWhole && symbols.size() == 1 && symbols.get(0) instanceof Symbol.Field field
        ? Optional.of(field)
        : Optional.empty();
  }

  /** By place. */
  @Override
  public int compareTo(Setter other) {
    return site.compareTo(other.site);
  }
}
