package org.gfpaudit.analyzer.consequence;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.mask.Alternative;
import org.gfpaudit.rules.mask.BitNames;
import org.gfpaudit.rules.mask.Bits;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Term;

/** Compares the memory that two masks allow. */
final class Zones {
  private final Bits low;
  private final Bits high;

  Zones(BitNames names) {
    this.low = names.bits(List.of("___GFP_DMA32", "___GFP_DMA"));
    this.high = names.bit("___GFP_HIGHMEM");
  }

  /** Whether a mask has no bit of low memory on some path, whatever the masks in it are. */
  boolean isNeverLow(MaskValue used) {
    // The bits of a term are all that it can have: what is and-ed to it adds none.
    return used.alternatives().stream().anyMatch(one -> !bits(one).intersects(low));
  }

  /**
   * What a mask allows and the mask of a mapping does not on some path, as the end of a sentence on
   * that path; empty where there is none.
   */
  Optional<String> excluded(MaskValue ofMapping, MaskValue used) {
    boolean isUsedLow = !isNeverLow(used);
    boolean isUsedHigh =
        used.alternatives().stream().anyMatch(one -> one.isExact() && bits(one).intersects(high));
    for (Alternative one : ofMapping.alternatives()) {
      if (!one.terms().stream().allMatch(Term::isExact)) {
        continue;
      }
      if (bits(one).intersects(low) && !isUsedLow) {
        return Optional.of("to low memory (__GFP_DMA32 or __GFP_DMA), which this one is not");
      }
      if (!bits(one).intersects(high) && isUsedHigh) {
        return Optional.of("without __GFP_HIGHMEM, which this one has");
      }
    }
    return Optional.empty();
  }

  private static Bits bits(Alternative alternative) {
    Bits bits = Bits.NONE;
    for (Term term : alternative.terms()) {
      bits = bits.or(term.bits());
    }
    return bits;
  }
}
