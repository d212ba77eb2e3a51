package org.gfpaudit.rules.mask;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The domain against concrete masks: whatever a run may compute is described by the value.
 *
 * <p>A concrete mask is a word of four bits: the three of {@link Samples} and, for all bits without
 * an index, one that stands for any of them.
 */
class MaskValueSemanticsTest {
  private static final long UNIVERSE = 0b111L | 1L << Bits.REST;

  @Provide
  Arbitrary<MaskValue> any() {
    return Samples.anyValue();
  }

  @Provide
  Arbitrary<MaskValue> small() {
    return Samples.value();
  }

  @Provide
  Arbitrary<Bits> bits() {
    return Samples.bits();
  }

  @Property
  void andDescribesTheConcreteAnd(
      @ForAll("any") MaskValue a, @ForAll("any") MaskValue b, @ForAll long seed) {
    Run run = new Run(seed);
    if (!a.isBottom() && !b.isBottom()) {
      assertDescribes(a.and(b), run.pick(a) & run.pick(b), run);
    }
  }

  @Property
  void orDescribesTheConcreteOr(
      @ForAll("any") MaskValue a, @ForAll("any") MaskValue b, @ForAll long seed) {
    Run run = new Run(seed);
    if (!a.isBottom() && !b.isBottom()) {
      assertDescribes(a.or(b), run.pick(a) | run.pick(b), run);
    }
  }

  @Property
  void xorDescribesTheConcreteXor(
      @ForAll("any") MaskValue a, @ForAll("any") MaskValue b, @ForAll long seed) {
    Run run = new Run(seed);
    if (!a.isBottom() && !b.isBottom()) {
      assertDescribes(a.xor(b), run.pick(a) ^ run.pick(b), run);
    }
  }

  @Property
  void complementDescribesTheConcreteComplement(@ForAll("any") MaskValue a, @ForAll long seed) {
    Run run = new Run(seed);
    if (!a.isBottom()) {
      assertDescribes(a.complement(), ~run.pick(a) & UNIVERSE, run);
    }
  }

  @Property
  void withoutDescribesClearing(
      @ForAll("any") MaskValue a, @ForAll("bits") Bits cleared, @ForAll long seed) {
    Run run = new Run(seed);
    if (!a.isBottom()) {
      assertDescribes(a.without(cleared), run.pick(a) & ~cleared.word(), run);
    }
  }

  @Property
  void joinAndWidenDescribeBoth(
      @ForAll("any") MaskValue a, @ForAll("any") MaskValue b, @ForAll long seed) {
    Run run = new Run(seed);
    for (MaskValue value : List.of(a, b)) {
      if (!value.isBottom()) {
        long mask = run.pick(value);
        assertDescribes(a.join(b), mask, run);
        assertDescribes(a.widen(b), mask, run);
      }
    }
  }

  @Property
  void substituteDescribesTheCallersMask(
      @ForAll("small") MaskValue callee,
      @ForAll("any") MaskValue first,
      @ForAll("any") MaskValue second,
      @ForAll long seed) {
    if (callee.isBottom() || first.isBottom() || second.isBottom()) {
      return;
    }
    Run caller = new Run(seed);
    Map<Symbol, MaskValue> bound = new HashMap<>();
    Map<Symbol, Long> masks = new HashMap<>();
    for (Symbol symbol : callee.symbols()) {
      boolean isParameter = symbol instanceof Symbol.Parameter;
      MaskValue value =
          isParameter
              ? (caller.random.nextBoolean() ? first : second)
              : MaskValue.symbol(symbol, Samples.origin(50));
      bound.put(symbol, value);
      masks.put(symbol, isParameter ? caller.pick(value) : caller.mask(symbol));
    }
    Run inside = new Run(seed, masks);
    assertDescribes(callee.substitute(bound::get), inside.pick(callee), caller);
  }

  private static void assertDescribes(MaskValue value, long mask, Run run) {
    assertTrue(
        value.alternatives().stream().anyMatch(path -> describes(path, mask, run)),
        () -> value + " does not describe " + Long.toHexString(mask));
  }

  private static boolean describes(Alternative path, long mask, Run run) {
    return (run.lowerBound(path) & ~mask) == 0 && (mask & ~run.upperBound(path)) == 0;
  }

  /** One run of the program: what each symbol stands for. An unknown may be anything. */
  private static final class Run {
    private final Random random;
    private final Map<Symbol, Long> masks;

    Run(long seed) {
      this(seed, Map.of());
    }

    Run(long seed, Map<Symbol, Long> fixed) {
      this.random = new Random(seed);
      this.masks = new HashMap<>(fixed);
    }

    long mask(Symbol symbol) {
      return symbol instanceof Symbol.Unknown
          ? masks.getOrDefault(symbol, UNIVERSE)
          : masks.computeIfAbsent(symbol, s -> new Random(s.hashCode()).nextLong() & UNIVERSE);
    }

    /** What the terms without an unknown symbol set. */
    long lowerBound(Alternative path) {
      return bound(
          path.terms().stream()
              .filter(t -> t.symbols().stream().noneMatch(Symbol.Unknown.class::isInstance))
              .toList());
    }

    long upperBound(Alternative path) {
      return bound(path.terms());
    }

    private long bound(List<Term> terms) {
      long bound = 0;
      for (Term term : terms) {
        long bits = term.bits().word() & UNIVERSE;
        for (Symbol symbol : term.symbols()) {
          bits &= mask(symbol);
        }
        bound |= bits;
      }
      return bound;
    }

    /** A mask that some path of {@code value} describes. */
    long pick(MaskValue value) {
      List<Alternative> paths = value.alternatives();
      Alternative path = paths.get(random.nextInt(paths.size()));
      return lowerBound(path) | (upperBound(path) & random.nextLong());
    }
  }
}
