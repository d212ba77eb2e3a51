package org.gfpaudit.rules.mask;

import static org.gfpaudit.rules.mask.Samples.origin;
import static org.gfpaudit.rules.mask.Samples.place;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.gfpaudit.rules.finding.Verdict;
import org.gfpaudit.rules.mask.SiteContext.Creation;
import org.junit.jupiter.api.Test;

class JudgeTest {
  private static final BitNames NAMES = BitNames.forGfp();
  private static final Bits RECLAIM =
      NAMES.bits(List.of("__GFP_DIRECT_RECLAIM", "__GFP_KSWAPD_RECLAIM"));
  private static final Bits IO = NAMES.bit("__GFP_IO");
  private static final Bits FS = NAMES.bit("__GFP_FS");
  private static final Bits WARN = NAMES.bit("__GFP_NOWARN");
  private static final Judge JUDGE = new Judge(NAMES);
  private static final SiteContext PLAIN = in(Scope.NONE);

  static {
    NAMES.compose("GFP_NOIO", RECLAIM);
    NAMES.compose("GFP_NOFS", RECLAIM.or(IO));
    NAMES.compose("GFP_KERNEL", RECLAIM.or(IO).or(FS));
  }

  /** With the site's mapping, and leave to say that the mask is that of another one. */
  private static final MaskValue KERNEL = constant(RECLAIM.or(IO).or(FS), 1, "GFP_KERNEL");

  private static final MaskValue NOFS = constant(RECLAIM.or(IO), 2, "GFP_NOFS");
  private static final MaskValue NOIO = constant(RECLAIM, 3, "GFP_NOIO");
  private static final MaskValue MAPPING = mapping(0, 4);
  private static final MaskValue OTHER = mapping(1, 5);
  private static final MaskValue PARAMETER = MaskValue.symbol(new Symbol.Parameter(2), origin(6));
  private static final MaskValue FIELD =
      MaskValue.symbol(
          new Symbol.Field(new FieldOwner.Struct("struct vm_fault"), "gfp_mask"), origin(7));
  private static final MaskValue FIELD_OF_UNKNOWN =
      MaskValue.symbol(new Symbol.Field(new FieldOwner.UnknownIn("fs/a.c"), "gfp"), origin(7));
  private static final MaskValue POINTEE = MaskValue.symbol(new Symbol.Pointee(1), origin(9));
  private static final MaskValue UNKNOWN = MaskValue.unknown("result of asm", origin(8));

  private static MaskValue constant(Bits bits, int line, String text) {
    return MaskValue.constant(bits, new Origin(place(line), text));
  }

  private static MaskValue mapping(int parameter, int line) {
    return MaskValue.symbol(new Symbol.MappingMask(path(parameter)), origin(line));
  }

  private static AccessPath path(int parameter) {
    return AccessPath.param(parameter).then("i_mapping", place(1));
  }

  private static SiteContext in(Scope scope) {
    return new SiteContext(scope, Creation.YES, Bits.NONE, Set.of(), false);
  }

  private static SiteContext creating(Creation creation) {
    return new SiteContext(Scope.NONE, creation, Bits.NONE, Set.of(), false);
  }

  private static SiteContext clearing(Bits cleared) {
    return new SiteContext(Scope.NONE, Creation.YES, cleared, Set.of(), false);
  }

  private static SiteContext into(AccessPath mapping) {
    return new SiteContext(Scope.NONE, Creation.YES, Bits.NONE, Set.of(mapping), true);
  }

  private static void assertVerdict(Verdict expected, MaskValue value) {
    assertVerdict(expected, value, PLAIN);
  }

  private static void assertVerdict(Verdict expected, MaskValue value, SiteContext context) {
    assertEquals(expected, JUDGE.judge(value, context).verdict(), value::toString);
  }

  private static String note(MaskValue value, SiteContext context) {
    return JUDGE.judge(value, context).note();
  }

  @Test
  void constantsAreJudgedByFsAndIo() {
    assertVerdict(Verdict.HARDCODED, KERNEL);
    assertVerdict(Verdict.HARDCODED_NOFS, NOFS);
    assertVerdict(Verdict.HARDCODED_WEAK, NOIO);
    assertVerdict(Verdict.HARDCODED_WEAK, MaskValue.zero());
    assertVerdict(Verdict.HARDCODED, constant(FS, 1, "__GFP_FS"));
    assertVerdict(Verdict.HARDCODED, KERNEL.complement().complement());
    assertVerdict(Verdict.HARDCODED, constant(IO.complement(), 1, "~__GFP_IO"));
    assertVerdict(Verdict.HARDCODED_NOFS, NOFS.or(NOIO));
    assertEquals("", note(KERNEL, PLAIN));
  }

  @Test
  void theWorstConstantOfAllPathsCounts() {
    assertVerdict(Verdict.HARDCODED, KERNEL.join(NOFS).join(NOIO));
    assertVerdict(Verdict.HARDCODED_NOFS, NOFS.join(NOIO).join(MaskValue.zero()));
  }

  @Test
  void aMappingsMaskIsDerivedAndStaysSoUnderAnd() {
    assertVerdict(Verdict.DERIVED, MAPPING);
    assertVerdict(Verdict.DERIVED, MAPPING.and(KERNEL));
    assertVerdict(Verdict.DERIVED, MAPPING.and(UNKNOWN));
    assertVerdict(Verdict.DERIVED, MAPPING.and(PARAMETER));
    assertVerdict(Verdict.DERIVED, MAPPING.without(FS));
    assertVerdict(Verdict.DERIVED, MAPPING.join(MAPPING.and(NOFS)));
    assertEquals("", note(MAPPING, PLAIN));
  }

  @Test
  void otherBitsMayBeOredIn() {
    assertVerdict(Verdict.DERIVED, MAPPING.or(constant(WARN, 9, "__GFP_NOWARN")));
    assertVerdict(Verdict.DERIVED, MAPPING.or(NOIO));
    assertEquals("GFP_NOIO is OR-ed into the mapping's mask", note(MAPPING.or(NOIO), PLAIN));
    assertVerdict(Verdict.DERIVED, MAPPING.or(PARAMETER.and(constant(WARN, 9, "x"))));
  }

  @Test
  void fsOrIoOredInIsReAdded() {
    assertVerdict(Verdict.RE_ADDED, MAPPING.or(constant(FS, 9, "__GFP_FS")));
    assertVerdict(Verdict.RE_ADDED, MAPPING.or(constant(IO, 9, "__GFP_IO")));
    assertVerdict(Verdict.RE_ADDED, MAPPING.or(KERNEL));
    assertVerdict(Verdict.DERIVED, MAPPING.or(KERNEL).without(FS.or(IO)));
    assertVerdict(Verdict.DERIVED, MAPPING.or(KERNEL).and(MAPPING));
    assertVerdict(Verdict.RE_ADDED, MAPPING.join(MAPPING.or(KERNEL)));
    assertVerdict(Verdict.RE_ADDED, KERNEL.join(MAPPING.or(KERNEL)));
    assertEquals(
        "__GFP_FS is OR-ed back into the mapping's mask",
        note(MAPPING.or(constant(FS, 9, "__GFP_FS")), PLAIN));
    assertEquals(Set.of("GFP_KERNEL"), culprits(MAPPING.or(KERNEL), PLAIN));
  }

  @Test
  void derivedHereAndHardcodedThereIsPartial() {
    assertVerdict(Verdict.PARTIAL, MAPPING.join(KERNEL));
    assertVerdict(Verdict.PARTIAL, MAPPING.join(NOFS));
    assertVerdict(Verdict.PARTIAL, MAPPING.join(KERNEL).join(UNKNOWN));
    assertVerdict(Verdict.HARDCODED_WEAK, MAPPING.join(NOIO));
    assertEquals("GFP_KERNEL on some paths, derived on others", note(MAPPING.join(KERNEL), PLAIN));
    assertTrue(JUDGE.judge(MAPPING.join(KERNEL), PLAIN).hardcodesFs());
    assertFalse(JUDGE.judge(MAPPING.join(NOFS), PLAIN).hardcodesFs());
    assertEquals(Set.of("GFP_KERNEL"), culprits(MAPPING.join(KERNEL), PLAIN));
  }

  @Test
  void parametersAndFieldsPassThrough() {
    assertVerdict(Verdict.PASSTHROUGH, PARAMETER);
    assertVerdict(Verdict.PASSTHROUGH, FIELD.and(KERNEL));
    assertVerdict(Verdict.PASSTHROUGH, PARAMETER.and(UNKNOWN));
    assertVerdict(Verdict.PASSTHROUGH, PARAMETER.or(NOIO));
    assertVerdict(Verdict.PASSTHROUGH, PARAMETER.without(FS.or(IO)));
    assertVerdict(Verdict.PASSTHROUGH, MAPPING.or(PARAMETER));
    assertVerdict(Verdict.PASSTHROUGH, MAPPING.join(PARAMETER));
    assertVerdict(Verdict.HARDCODED, PARAMETER.or(KERNEL));
    assertVerdict(Verdict.HARDCODED, PARAMETER.join(KERNEL));
    assertEquals("comes from struct vm_fault.gfp_mask", note(FIELD, PLAIN));
    assertEquals("comes from a parameter", note(PARAMETER, PLAIN));
    assertEquals("comes from a parameter", note(PARAMETER.and(UNKNOWN), PLAIN));
    assertEquals("comes from field gfp", note(FIELD_OF_UNKNOWN, PLAIN));
  }

  @Test
  void whatAParameterPointsToPassesThrough() {
    assertVerdict(Verdict.PASSTHROUGH, POINTEE);
    assertVerdict(Verdict.PASSTHROUGH, POINTEE.and(KERNEL));
    assertVerdict(Verdict.HARDCODED, POINTEE.or(KERNEL));
    assertEquals("comes from what a parameter points to", note(POINTEE, PLAIN));
    assertEquals(
        "comes from a parameter, what a parameter points to", note(POINTEE.or(PARAMETER), PLAIN));
  }

  @Test
  void aMaskThatIsLostIsUnknownAndSaysWhereAndWhy() {
    assertVerdict(Verdict.UNKNOWN, UNKNOWN);
    assertVerdict(Verdict.UNKNOWN, UNKNOWN.or(NOIO));
    assertVerdict(Verdict.UNKNOWN, UNKNOWN.or(MAPPING));
    assertVerdict(Verdict.UNKNOWN, UNKNOWN.join(PARAMETER));
    assertVerdict(Verdict.HARDCODED_WEAK, UNKNOWN.without(FS.or(IO)));
    assertVerdict(Verdict.HARDCODED, UNKNOWN.or(KERNEL));
    assertEquals("result of asm (fs/a.c:8)", note(UNKNOWN, PLAIN));
  }

  @Test
  void aScopeAnswersForConstants() {
    SiteContext nofs = in(Scope.NOFS);
    SiteContext noio = in(Scope.NOIO);
    assertVerdict(Verdict.SCOPED, KERNEL, nofs);
    assertVerdict(Verdict.SCOPED, KERNEL, noio);
    assertVerdict(Verdict.SCOPED, NOFS, nofs);
    assertVerdict(Verdict.SCOPED, NOFS, noio);
    assertVerdict(Verdict.HARDCODED_WEAK, NOIO, nofs);
    assertVerdict(Verdict.DERIVED, MAPPING, nofs);
    assertVerdict(Verdict.SCOPED, MAPPING.join(KERNEL), nofs);
    assertVerdict(Verdict.SCOPED, MAPPING.or(KERNEL), nofs);
    assertVerdict(Verdict.PASSTHROUGH, PARAMETER.or(KERNEL), nofs);
    assertVerdict(Verdict.UNKNOWN, UNKNOWN.or(KERNEL), noio);
    assertEquals("runs in a NOFS scope, GFP_NOFS is left of the mask", note(KERNEL, nofs));
    assertEquals("runs in a NOIO scope, GFP_NOIO is left of the mask", note(NOFS, noio));
    assertEquals(
        "runs in a NOFS scope, no bit is left of the mask",
        note(constant(FS, 9, "__GFP_FS"), nofs));
  }

  @Test
  void whereNothingIsCreatedAConstantIsWeak() {
    SiteContext nothing = creating(Creation.NO);
    String never = "nothing is created here, the mask is never used";
    for (MaskValue value : List.of(KERNEL, NOFS, NOIO, MaskValue.zero(), UNKNOWN)) {
      assertVerdict(Verdict.HARDCODED_WEAK, value, nothing);
      assertEquals(never, note(value, nothing));
      assertFalse(JUDGE.judge(value, nothing).isUsed());
    }
    assertVerdict(Verdict.DERIVED, MAPPING, nothing);
    assertVerdict(Verdict.PASSTHROUGH, PARAMETER, nothing);
    assertVerdict(Verdict.HARDCODED_WEAK, MAPPING.join(KERNEL), nothing);
  }

  @Test
  void whereSomethingMayBeCreatedTheMaskCounts() {
    SiteContext maybe = creating(Creation.MAYBE);
    assertVerdict(Verdict.HARDCODED, KERNEL, maybe);
    assertEquals("nothing is created where FGP_CREAT is not set", note(KERNEL, maybe));
    assertEquals(
        "comes from a parameter; nothing is created where FGP_CREAT is not set",
        note(PARAMETER, maybe));
    assertTrue(JUDGE.judge(KERNEL, maybe).isUsed());
  }

  @Test
  void flagsTakeBitsOutOfTheMask() {
    assertVerdict(Verdict.HARDCODED_NOFS, KERNEL, clearing(FS));
    assertVerdict(Verdict.HARDCODED_WEAK, KERNEL, clearing(RECLAIM.or(IO).or(FS)));
    assertVerdict(Verdict.DERIVED, MAPPING, clearing(FS));
    assertEquals(Set.of("GFP_KERNEL"), culprits(KERNEL, clearing(FS)));
    assertEquals(Set.of("GFP_KERNEL"), culprits(KERNEL, clearing(RECLAIM.or(IO).or(FS))));
  }

  @Test
  void anotherMappingIsClaimedOnlyWhenItIsProven() {
    SiteContext first = into(path(0));
    assertVerdict(Verdict.WRONG_MAPPING, OTHER, first);
    assertVerdict(Verdict.DERIVED, MAPPING, first);
    assertVerdict(Verdict.DERIVED, OTHER, PLAIN);
    assertVerdict(Verdict.WRONG_MAPPING, OTHER.join(MAPPING), first);
    assertVerdict(Verdict.WRONG_MAPPING, OTHER.or(MAPPING), first);
    assertEquals(Set.of("origin5"), culprits(OTHER.or(MAPPING), first));
    assertVerdict(Verdict.DERIVED, OTHER.and(MAPPING), first);
    assertVerdict(Verdict.HARDCODED, OTHER.join(KERNEL), first);
    assertVerdict(Verdict.PARTIAL, MAPPING.join(KERNEL), first);
    assertVerdict(Verdict.DERIVED, OTHER, into(AccessPath.param(0)));
    assertVerdict(Verdict.DERIVED, OTHER, into(path(0)).withoutMapping());
    assertVerdict(
        Verdict.DERIVED,
        OTHER,
        new SiteContext(Scope.NONE, Creation.YES, Bits.NONE, Set.of(path(0)), false));
    assertVerdict(
        Verdict.DERIVED,
        OTHER,
        new SiteContext(Scope.NONE, Creation.YES, Bits.NONE, Set.of(), true));
    SiteContext either =
        new SiteContext(Scope.NONE, Creation.YES, Bits.NONE, Set.of(path(0), path(2)), true);
    assertVerdict(Verdict.WRONG_MAPPING, OTHER, either);
    assertVerdict(Verdict.DERIVED, MAPPING, either);
    assertEquals(Set.of("origin5"), culprits(OTHER.or(NOIO), first));
    Judgement judgement = JUDGE.judge(OTHER, first, List.of("dir", "inode"));
    assertEquals(List.of("inode->i_mapping"), judgement.foreignMappings());
    assertEquals(
        "the mask is that of inode->i_mapping, the page goes into dir->i_mapping",
        judgement.note());
  }

  @Test
  void aCallNoPathReachesIsWeak() {
    assertVerdict(Verdict.HARDCODED_WEAK, MaskValue.bottom());
    assertEquals("no path reaches the call", note(MaskValue.bottom(), PLAIN));
  }

  @Test
  void notesStayShort() {
    assertEquals(
        "reason (fs/a.c:10), reason (fs/a.c:11), reason (fs/a.c:12)", note(unknowns(3), PLAIN));
    assertEquals(
        "reason (fs/a.c:10), reason (fs/a.c:11), reason (fs/a.c:12) and 7 more",
        note(unknowns(10), PLAIN));
  }

  private static MaskValue unknowns(int count) {
    MaskValue many = MaskValue.bottom();
    for (int line = 10; line < 10 + count; line++) {
      many = many.join(MaskValue.unknown("reason", origin(line)));
    }
    return many;
  }

  @Test
  void aWidenedMaskIsUnknown() {
    assertVerdict(Verdict.UNKNOWN, Samples.constants(500, 1));
  }

  private static Set<String> culprits(MaskValue value, SiteContext context) {
    return Set.copyOf(JUDGE.judge(value, context).culprits().stream().map(Origin::text).toList());
  }
}
