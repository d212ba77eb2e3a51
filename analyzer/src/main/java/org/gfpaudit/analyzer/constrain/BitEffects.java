package org.gfpaudit.analyzer.constrain;

import java.util.SortedSet;
import org.gfpaudit.rules.finding.BitEffect;
import org.gfpaudit.rules.mask.AccessPath;
import org.gfpaudit.rules.mask.Alternative;
import org.gfpaudit.rules.mask.Bits;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Symbol;
import org.gfpaudit.rules.mask.Term;

/** Says what a new mask of a mapping does to one bit of it. */
final class BitEffects {
  private BitEffects() {}

  /** The effect that all paths agree on; {@link BitEffect#DEPENDS} where they do not. */
  static BitEffect of(MaskValue mask, Bits bit, SortedSet<AccessPath> mappings) {
    return mask.alternatives().stream()
        .map(alternative -> of(alternative, bit, mappings))
        .reduce((left, right) -> left == right ? left : BitEffect.DEPENDS)
        .orElse(BitEffect.DEPENDS);
  }

  private static BitEffect of(Alternative mask, Bits bit, SortedSet<AccessPath> mappings) {
    boolean isKept = false;
    boolean isOpen = false;
    for (Term term : mask.terms()) {
      if (term.bits().intersects(bit)) {
        if (term.isExact()) {
          return BitEffect.GIVES;
        }
        if (term.symbols().stream().anyMatch(symbol -> isOwn(symbol, mappings))) {
          isKept = true;
        } else {
          isOpen = true;
        }
      }
    }
    return isOpen ? BitEffect.DEPENDS : isKept ? BitEffect.KEEPS : BitEffect.CLEARS;
  }

  /** The mask of the mapping that is set; any more operands of its AND could only clear. */
  private static boolean isOwn(Symbol symbol, SortedSet<AccessPath> mappings) {
    return symbol instanceof Symbol.MappingMask old && mappings.contains(old.mapping());
  }
}
