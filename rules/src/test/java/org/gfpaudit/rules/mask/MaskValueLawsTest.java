package org.gfpaudit.rules.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of the lattice, at the caps too. */
class MaskValueLawsTest {

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
  void joinIsIdempotent(@ForAll("any") MaskValue a) {
    assertEquals(a, a.join(a));
  }

  @Property
  void joinIsCommutative(@ForAll("any") MaskValue a, @ForAll("any") MaskValue b) {
    assertEquals(a.join(b), b.join(a));
  }

  @Property
  void joinIsAssociative(
      @ForAll("any") MaskValue a, @ForAll("any") MaskValue b, @ForAll("any") MaskValue c) {
    assertEquals(a.join(b).join(c), a.join(b.join(c)));
  }

  @Property
  void bottomIsNeutralAndLeast(@ForAll("any") MaskValue a) {
    assertEquals(a, MaskValue.bottom().join(a));
    assertTrue(MaskValue.bottom().leq(a));
  }

  @Property
  void orderAgreesWithJoin(@ForAll("any") MaskValue a, @ForAll("any") MaskValue b) {
    assertEquals(a.leq(b), a.join(b).equals(b));
    assertTrue(a.leq(a.join(b)));
    assertTrue(b.leq(a.join(b)));
  }

  @Property
  void orderIsAntisymmetric(@ForAll("any") MaskValue a, @ForAll("any") MaskValue b) {
    if (a.leq(b) && b.leq(a)) {
      assertEquals(a, b);
    }
  }

  @Property
  void wideningIsAboveBoth(@ForAll("any") MaskValue a, @ForAll("any") MaskValue b) {
    MaskValue widened = a.widen(b);
    assertTrue(a.leq(widened));
    assertTrue(b.leq(widened));
  }

  @Property(tries = 20)
  void wideningEndsEveryChain(@ForAll("any") MaskValue start) {
    MaskValue value = start;

    for (int line = 500; line > 0; line--) {
      value = value.widen(Samples.constants(1, line));
    }

    // Once widened the value only exchanges origins for earlier ones; coming in descending order
    // is the worst case, and from then on repeating the chain changes nothing.
    MaskValue again = value;
    for (int line = 500; line > 0; line--) {
      again = again.widen(Samples.constants(1, line));
    }
    assertEquals(value, again);
  }

  @Property
  void andIsCommutative(@ForAll("any") MaskValue a, @ForAll("any") MaskValue b) {
    assertEquals(a.and(b), b.and(a));
  }

  @Property
  void orIsCommutative(@ForAll("any") MaskValue a, @ForAll("any") MaskValue b) {
    assertEquals(a.or(b), b.or(a));
  }

  @Property
  void zeroIsNeutralToOrAndAbsorbsAnd(@ForAll("small") MaskValue a) {
    assertEquals(a, a.or(MaskValue.zero()));
    assertEquals(a.isBottom() ? MaskValue.bottom() : MaskValue.zero(), a.and(MaskValue.zero()));
  }

  @Property
  void operationsAreMonotone(
      @ForAll("small") MaskValue a, @ForAll("small") MaskValue b, @ForAll("small") MaskValue c) {
    MaskValue larger = a.join(b);
    for (List<MaskValue> pair :
        List.of(
            List.of(a.and(c), larger.and(c)),
            List.of(a.or(c), larger.or(c)),
            List.of(a.xor(c), larger.xor(c)),
            List.of(a.complement(), larger.complement()),
            List.of(a.join(c), larger.join(c)))) {
      assertTrue(pair.get(0).leq(pair.get(1)), pair::toString);
    }
  }

  @Property
  void clearingBitsIsMonotoneAndIdempotent(
      @ForAll("small") MaskValue a, @ForAll("small") MaskValue b, @ForAll("bits") Bits bits) {
    assertTrue(a.without(bits).leq(a.join(b).without(bits)));
    assertEquals(a.without(bits), a.without(bits).without(bits));
    assertTrue(!a.without(bits).bits().intersects(bits));
  }

  @Property
  void complementTwiceIsTheConstantAgain(@ForAll("bits") Bits bits) {
    MaskValue constant = MaskValue.constant(bits, Samples.origin(1));
    assertEquals(bits, constant.complement().complement().bits());
    assertTrue(constant.complement().isExact());
  }

  @Property
  void substitutingSymbolsByThemselvesChangesNothing(@ForAll("any") MaskValue a) {
    assertEquals(a, a.substitute(symbol -> MaskValue.symbol(symbol, Samples.origin(77))));
  }

  @Property
  void equalValuesPrintAlike(@ForAll("any") MaskValue a, @ForAll("any") MaskValue b) {
    assertEquals(a.join(b).toString(), b.join(a).toString());
    assertEquals(a.join(b).hashCode(), b.join(a).hashCode());
  }
}
