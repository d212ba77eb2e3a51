package org.gfpaudit.rules.mask;

import static org.gfpaudit.rules.mask.Samples.FS;
import static org.gfpaudit.rules.mask.Samples.IO;
import static org.gfpaudit.rules.mask.Samples.RECLAIM;
import static org.gfpaudit.rules.mask.Samples.origin;
import static org.gfpaudit.rules.mask.Samples.place;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MaskValueTest {
  private static final Bits KERNEL = FS.or(IO).or(RECLAIM);
  private static final Symbol MAPPING = new Symbol.MappingMask(AccessPath.param(0));
  private static final Symbol PARAMETER = new Symbol.Parameter(1);

  private static MaskValue constant(Bits bits, int line) {
    return MaskValue.constant(bits, origin(line));
  }

  @Test
  void termsWithoutBitsAreDropped() {
    assertEquals(MaskValue.zero(), constant(Bits.NONE, 1));
    assertEquals(MaskValue.zero(), constant(FS, 1).and(constant(IO, 2)));
    assertEquals("0", MaskValue.zero().toString());
    assertEquals("bottom", MaskValue.bottom().toString());
  }

  @Test
  void termsOfOneOriginMerge() {
    assertEquals(constant(FS.or(IO), 1), constant(FS, 1).or(constant(IO, 1)));
    assertEquals(2, constant(FS, 1).or(constant(FS, 2)).alternatives().get(0).terms().size());
  }

  @Test
  void originOfAnAndIsThatOfTheMapping() {
    MaskValue mapping = MaskValue.symbol(MAPPING, origin(9));
    MaskValue parameter = MaskValue.symbol(PARAMETER, origin(8));
    assertEquals(Set.of(origin(9)), constant(KERNEL, 1).and(mapping).origins());
    assertEquals(Set.of(origin(9)), parameter.and(mapping).origins());
    assertEquals(Set.of(origin(8)), constant(KERNEL, 1).and(parameter).origins());
    assertEquals(
        Set.of(origin(7)), constant(FS.complement(), 1).and(constant(KERNEL, 7)).origins());
    assertEquals(Set.of(origin(1)), constant(KERNEL, 7).and(constant(KERNEL, 1)).origins());
  }

  @Test
  void masksReadLikeC() {
    BitNames names = BitNames.forGfp();
    Bits kernel = names.bits(List.of("__GFP_FS", "__GFP_IO", "__GFP_DIRECT_RECLAIM"));
    names.compose("GFP_KERNEL", kernel);
    AccessPath path = AccessPath.local("inode", 5).then("i_mapping", place(1));
    MaskValue mapping = MaskValue.symbol(new Symbol.MappingMask(path), origin(1));
    assertEquals("M(inode->i_mapping)", mapping.text(names));
    MaskValue both = mapping.and(MaskValue.constant(kernel, origin(2)));
    assertEquals("GFP_KERNEL & M(inode->i_mapping)", both.text(names));
    assertEquals(
        "(GFP_KERNEL|__GFP_ZERO) & M(inode->i_mapping)",
        mapping.and(MaskValue.constant(kernel.or(names.bit("__GFP_ZERO")), origin(2))).text(names));
    assertEquals(
        "~(__GFP_FS|__GFP_IO) & M(inode->i_mapping)",
        mapping.without(names.bits(List.of("__GFP_FS", "__GFP_IO"))).text(names));
    assertEquals(
        "{M(inode->i_mapping), GFP_KERNEL}",
        mapping.join(MaskValue.constant(kernel, origin(2))).text(names));
  }

  @Test
  void aPathThroughAHelperChoosesOneValueForItsParameter() {
    // (P & FS) | (P & IO): a caller with two masks gets two paths, not four.
    MaskValue split =
        MaskValue.symbol(PARAMETER, origin(1))
            .and(constant(FS, 2))
            .or(MaskValue.symbol(PARAMETER, origin(3)).and(constant(IO, 4)));
    MaskValue argument = constant(KERNEL, 5).join(MaskValue.symbol(MAPPING, origin(6)));
    MaskValue result = split.substitute(symbol -> argument);
    assertEquals(2, result.alternatives().size());
    assertEquals(Set.of(origin(5), origin(6)), result.origins());
    assertFalse(
        result.alternatives().stream()
            .anyMatch(
                path ->
                    path.terms().stream().anyMatch(Term::isExact)
                        && path.terms().stream().anyMatch(Term::isBoundedByMapping)));
  }

  @Test
  void renamingAMappingKeepsTheOriginInTheHelper() {
    MaskValue inHelper = MaskValue.symbol(MAPPING, origin(10));
    AccessPath path = AccessPath.local("inode", 3).then("i_mapping", place(20));
    MaskValue inCaller =
        inHelper.substitute(symbol -> MaskValue.symbol(new Symbol.MappingMask(path), origin(20)));
    assertEquals(MaskValue.symbol(new Symbol.MappingMask(path), origin(10)), inCaller);
  }

  @Test
  void aConstantBoundToAParameterKeepsItsOwnOrigin() {
    MaskValue inHelper = MaskValue.symbol(PARAMETER, origin(10)).without(FS);
    assertEquals(
        constant(KERNEL.without(FS), 30), inHelper.substitute(symbol -> constant(KERNEL, 30)));
  }

  @Test
  void anUnreachableArgumentMakesThePathUnreachable() {
    MaskValue inHelper = MaskValue.symbol(PARAMETER, origin(10));
    assertTrue(inHelper.substitute(symbol -> MaskValue.bottom()).isBottom());
  }

  @Test
  void tooManyPathsWidenAndKeepOrigins() {
    MaskValue wide = Samples.constants(MaskValue.MAX_ALTERNATIVES + 1, 1);
    assertEquals(1, wide.alternatives().size());
    assertFalse(wide.isExact());
    assertEquals(Alternative.MAX_TERMS, wide.origins().size());
    assertEquals(origin(1), wide.origins().first());
    assertEquals("U(" + MaskValue.TOO_MANY_PATHS + ")", wide.toString());
    assertEquals(
        MaskValue.MAX_ALTERNATIVES,
        Samples.constants(MaskValue.MAX_ALTERNATIVES, 1).alternatives().size());
  }

  @Test
  void tooManyTermsBecomeUnknownAndKeepOrigins() {
    MaskValue value = MaskValue.zero();
    for (int line = 1; line <= Alternative.MAX_TERMS; line++) {
      value = value.or(constant(FS, line));
    }
    assertTrue(value.isExact());
    value = value.or(constant(FS, 99));
    assertEquals("U(" + Alternative.TOO_MANY_TERMS + ")", value.toString());
    assertEquals(origin(1), value.origins().first());
  }

  @Test
  void theMappingSurvivesTheCapOnSymbols() {
    MaskValue value = MaskValue.symbol(MAPPING, origin(1));
    for (int i = 0; i < 2 * Term.MAX_SYMBOLS; i++) {
      value = value.and(MaskValue.symbol(new Symbol.Parameter(i), origin(2)));
    }
    Term term = value.alternatives().get(0).terms().get(0);
    assertEquals(Term.MAX_SYMBOLS, term.symbols().size());
    assertTrue(term.isBoundedByMapping());
  }

  @Test
  void originsRememberTheCallsTheyCameThrough() {
    Origin origin = origin(1);
    for (int line = 2; line < 20; line++) {
      origin = origin.returnedThrough(place(line));
    }
    assertEquals(Origin.MAX_THROUGH, origin.through().size());
    assertEquals(place(2), origin.through().get(0));
    Origin once = origin(1).returnedThrough(place(2));
    assertEquals(once, once.returnedThrough(place(2)));
    assertEquals(
        Set.of(once), constant(FS, 1).mapOrigins(o -> o.returnedThrough(place(2))).origins());
  }

  @Test
  void xorOfConstantsIsAConstant() {
    MaskValue result = constant(FS.or(IO), 1).xor(constant(IO.or(RECLAIM), 2));
    assertTrue(result.isExact());
    assertEquals(FS.or(RECLAIM), result.bits());
    assertEquals(Set.of(origin(1), origin(2)), result.origins());
    MaskValue mapping = MaskValue.symbol(MAPPING, origin(3));
    assertFalse(mapping.xor(constant(FS, 1)).isExact());
    assertFalse(constant(FS, 1).xor(mapping).isExact());
    assertEquals(Set.of(origin(1), origin(3)), constant(FS, 1).xor(mapping).origins());
  }

  @Test
  void whatChangesNothingMakesNothingAnew() {
    MaskValue part = constant(FS, 1);
    MaskValue whole = part.join(constant(IO, 2)).join(MaskValue.symbol(MAPPING, origin(3)));
    assertSame(whole, whole.join(part));
    assertSame(whole, part.join(whole));
    assertSame(whole, whole.join(MaskValue.bottom()));
    assertSame(whole, MaskValue.bottom().join(whole));
    assertSame(part, part.without(IO));
    assertSame(whole, whole.mapOrigins(origin -> origin));
    assertSame(part, part.substitute(symbol -> MaskValue.bottom()));
    MaskValue widened = Samples.constants(200, 1);
    assertSame(widened, widened.join(constant(FS, 300)));
    assertSame(MaskValue.bottom(), MaskValue.ofAlternatives(List.of()));
    assertSame(Alternative.ZERO, Alternative.of(List.of()));
  }

  @Test
  void complementOfZeroGetsTheGivenOrigin() {
    assertEquals(constant(Bits.ALL, 4), MaskValue.zero().complement(origin(4)));
    assertEquals(Set.of(Origin.NOWHERE), MaskValue.zero().complement().origins());
    assertFalse(MaskValue.symbol(MAPPING, origin(1)).complement().isExact());
    assertEquals(Set.of(origin(1)), MaskValue.symbol(MAPPING, origin(1)).complement().origins());
  }
}
