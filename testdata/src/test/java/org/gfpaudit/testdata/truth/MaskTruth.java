package org.gfpaudit.testdata.truth;

import java.util.HashMap;
import java.util.Map;

/**
 * Which bits of a mask can be set on one way, and by whom.
 *
 * @param constant the bits that constants set
 * @param parts what else the mask was made of, with the bits that each can still set; a source
 *     stays a part of it even when all its bits were cleared
 */
record MaskTruth(int constant, Map<Source, Integer> parts) {

  /** Where bits come from that no constant sets. */
  sealed interface Source {
    /** The mask of a mapping. */
    record OfMapping(int mapping) implements Source {}

    /** What the caller handed in. */
    enum HandedIn implements Source {
      PARAMETER,
      POINTEE,
      FIELD
    }

    /** Code that is not part of the program. */
    enum Nowhere implements Source {
      KNOWN
    }
  }

  static MaskTruth of(int constant) {
    return new MaskTruth(constant, Map.of());
  }

  static MaskTruth of(Source source) {
    return new MaskTruth(0, Map.of(source, Gfp.ALL));
  }

  MaskTruth or(MaskTruth other) {
    Map<Source, Integer> sum = new HashMap<>(parts);
    other.parts.forEach((source, bits) -> sum.merge(source, bits, (one, two) -> one | two));
    return new MaskTruth(constant | other.constant, sum);
  }

  MaskTruth without(int bits) {
    Map<Source, Integer> left = new HashMap<>();
    parts.forEach((source, old) -> left.put(source, old & ~bits));
    return new MaskTruth(constant & ~bits, left);
  }

  /** The same where a part is that of another mask. */
  MaskTruth with(Source part, MaskTruth mask) {
    Map<Source, Integer> others = new HashMap<>(parts);
    Integer bits = others.remove(part);
    MaskTruth rest = new MaskTruth(constant, others);
    return bits == null ? rest : rest.or(mask.without(Gfp.ALL & ~bits));
  }

  /** The same without what is known and can set neither FS nor IO, on which verdicts rest. */
  MaskTruth bare() {
    Map<Source, Integer> left = new HashMap<>(parts);
    left.entrySet()
        .removeIf(
            part ->
                (part.getValue() & (Gfp.FS | Gfp.IO)) == 0
                    && !(part.getKey() instanceof Source.Nowhere));
    return new MaskTruth(constant, left);
  }

  /** Each part of one is bounded by each part of the other: of two sources the stricter stays. */
  MaskTruth and(MaskTruth other) {
    Map<Source, Integer> product = new HashMap<>();
    if (other.hasConstant()) {
      parts.forEach((source, bits) -> put(product, source, bits & other.constant));
    }
    if (hasConstant()) {
      other.parts.forEach((source, bits) -> put(product, source, bits & constant));
    }
    parts.forEach(
        (source, bits) ->
            other.parts.forEach(
                (second, more) -> put(product, stricter(source, second), bits & more)));
    return new MaskTruth(constant & other.constant, product);
  }

  /** Whether constants are part of it: those of a mask without other parts are, even if it is 0. */
  private boolean hasConstant() {
    return constant != 0 || parts.isEmpty();
  }

  private static void put(Map<Source, Integer> parts, Source source, int bits) {
    parts.merge(source, bits, (one, two) -> one | two);
  }

  private static Source stricter(Source one, Source two) {
    if (one instanceof Source.OfMapping first && two instanceof Source.OfMapping second) {
      return first.mapping() <= second.mapping() ? one : two;
    }
    return rank(one) >= rank(two) ? one : two;
  }

  private static int rank(Source source) {
    return source instanceof Source.OfMapping ? 2 : source instanceof Source.HandedIn ? 1 : 0;
  }
}
