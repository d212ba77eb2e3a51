package org.gfpaudit.rules.finding;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What reclaim may do in an allocation, for all that the mask, the flags of the call, the scopes
 * around it and the setters of the mappings say together. It is what a row is worth: the verdict
 * says where a mask comes from, and this what can happen.
 *
 * @param bits one for each {@link ReclaimBit}, in their order; none where nothing is known
 * @param outside a caller that gets here without a scope, where another has one
 */
public record Protection(List<BitProtection> bits, Optional<Place> outside) {
  /** Where nothing is known. */
  public static final Protection UNKNOWN = new Protection(List.of(), Optional.empty());

  public Protection {
    bits = List.copyOf(bits);
  }

  /** What is known of one bit. */
  public Optional<BitProtection> of(ReclaimBit bit) {
    return bits.stream().filter(each -> each.bit() == bit).findFirst();
  }

  /** The same with other things said of each bit. */
  public Protection map(UnaryOperator<BitProtection> change) {
    return new Protection(bits.stream().map(change).toList(), outside);
  }

  /** For people, a sentence part for each bit. */
  public List<String> told() {
    return bits.stream().map(BitProtection::told).toList();
  }
}
