package org.gfpaudit.rules.review;

import static org.gfpaudit.rules.review.GuardedCalls.SUBSYSTEM;
import static org.gfpaudit.rules.review.GuardedCalls.at;
import static org.gfpaudit.rules.review.GuardedCalls.clearing;
import static org.gfpaudit.rules.review.GuardedCalls.elsewhere;
import static org.gfpaudit.rules.review.GuardedCalls.flag;
import static org.gfpaudit.rules.review.GuardedCalls.fs;
import static org.gfpaudit.rules.review.GuardedCalls.handedFrom;
import static org.gfpaudit.rules.review.GuardedCalls.mask;
import static org.gfpaudit.rules.review.GuardedCalls.scope;
import static org.gfpaudit.rules.review.GuardedCalls.setter;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.finding.BitProtection.Access;
import org.gfpaudit.rules.finding.Circumstances;
import org.gfpaudit.rules.finding.ConstrainerSite;
import org.gfpaudit.rules.finding.GuardedCall;
import org.gfpaudit.rules.finding.Guards;
import org.gfpaudit.rules.finding.Protector;
import org.gfpaudit.rules.finding.ReclaimBit;
import org.gfpaudit.rules.protectiondropped.DroppedProtection;
import org.gfpaudit.rules.protectiondropped.DroppedProtection.Fate;
import org.junit.jupiter.api.Test;

/** Each way in which a call loses what kept a bit out, and what is no loss. */
final class LostGuardsTest {
  private static List<DroppedProtection> between(GuardedCall before, GuardedCall now) {
    return between(before, now, Lines.UNKNOWN);
  }

  private static List<DroppedProtection> between(GuardedCall before, GuardedCall now, Lines lines) {
    return LostGuards.between(
        new Guards(List.of(before), List.of()), new Guards(List.of(now), List.of()), lines);
  }

  private static DroppedProtection only(List<DroppedProtection> lost) {
    assertEquals(1, lost.size(), lost::toString);
    return lost.get(0);
  }

  @Test
  void aMaskThatIsReplacedIsALoss() {
    GuardedCall now = fs(Access.USABLE);
    DroppedProtection lost = only(between(fs(Access.PREVENTED, mask()), now));
    assertEquals(Fate.REPLACED, lost.fate());
    assertEquals(List.of(ReclaimBit.FS), lost.bits());
    assertEquals(mask(), lost.lost());
    assertEquals(List.of(now), lost.relied());
    assertEquals(now.place(), lost.flagged().place());
  }

  @Test
  void aFlagThatIsLeftOutIsALoss() {
    DroppedProtection lost = only(between(fs(Access.PREVENTED, flag()), fs(Access.USABLE)));
    assertEquals(Fate.REPLACED, lost.fate());
    assertEquals(flag(), lost.lost());
  }

  @Test
  void aScopeWhoseLineIsGoneIsSaidWhereItWas() {
    Lines lines = new Shifted(5, scope().place().line());
    GuardedCall now = fs(Access.USABLE);
    DroppedProtection lost = only(between(fs(Access.PREVENTED, scope()), now.at(at(25)), lines));
    assertEquals(Fate.GONE, lost.fate());
    assertEquals(15, lost.flagged().place().line());
  }

  @Test
  void aScopeThatOneCallerLacksIsSaidAtThatCaller() {
    GuardedCall now = fs(Optional.of(at(70)), Access.USABLE);
    DroppedProtection lost = only(between(fs(Access.PREVENTED, scope()), now));
    assertEquals(Fate.NARROWER, lost.fate());
    assertEquals(70, lost.flagged().place().line());
  }

  @Test
  void callsOfOneScopeAreOneLoss() {
    GuardedCall before = fs(Access.PREVENTED, scope());
    GuardedCall now = fs(Access.USABLE);
    Guards then = new Guards(List.of(before, before.at(at(30))), List.of());
    Guards later = new Guards(List.of(now, now.at(at(30))), List.of());
    assertEquals(2, only(LostGuards.between(then, later, Lines.UNKNOWN)).relied().size());
  }

  @Test
  void theNearestOfSeveralIsWhatIsLost() {
    assertEquals(
        mask(), only(between(fs(Access.PREVENTED, scope(), mask()), fs(Access.USABLE))).lost());
  }

  @Test
  void whatSomethingElseKeepsOutIsNotLost() {
    assertEquals(List.of(), between(fs(Access.PREVENTED, mask()), fs(Access.PREVENTED, scope())));
  }

  @Test
  void aSetterOfItsOwnFileSystemMakesUpForAMask() {
    GuardedCall before = fs(Access.PREVENTED, mask());
    assertEquals(List.of(), between(before, fs(Access.BY_MAPPING, setter(SUBSYSTEM))));
    only(between(before, fs(Access.BY_MAPPING, setter("fs/other"))));
    only(between(before, fs(Access.BY_MAPPING)));
  }

  @Test
  void whatIsNotFollowedIsNotLost() {
    for (Access access : List.of(Access.UNKNOWN, Access.BY_CALLER)) {
      assertEquals(List.of(), between(fs(Access.PREVENTED, mask()), fs(access)));
    }
  }

  @Test
  void whatWasNotKeptOutIsNotLost() {
    for (Access access : List.of(Access.USABLE, Access.UNKNOWN, Access.BY_CALLER)) {
      assertEquals(List.of(), between(fs(access), fs(Access.USABLE)));
    }
  }

  @Test
  void aCallThatAllocatesNowHadNothingThatKeptItOut() {
    Protector none = new Protector(Protector.Kind.NO_ALLOCATION, "", at(20), "");
    assertEquals(List.of(), between(fs(Access.PREVENTED, none), fs(Access.USABLE)));
  }

  @Test
  void aMaskThatBecomesAParameterIsAskedOfTheCallersThatAreNew() {
    GuardedCall before = fs(Access.PREVENTED, mask());
    GuardedCall now = handedFrom(fs(Access.BY_CALLER), at(40));
    GuardedCall more = handedFrom(elsewhere(fs(Access.USABLE)), at(40));
    GuardedCall asMuch = handedFrom(elsewhere(fs(Access.PREVENTED, mask())), at(40));
    GuardedCall another = handedFrom(elsewhere(fs(Access.USABLE)), at(50));
    assertEquals(List.of(more), only(between(before, now, more)).relied());
    assertEquals(List.of(), between(before, now, asMuch));
    assertEquals(List.of(), between(before, now, another));
  }

  @Test
  void aCallThatGoesIntoANewFunctionIsHeldAgainstWhatItWas() {
    GuardedCall before = fs(Access.PREVENTED, mask());
    GuardedCall now = elsewhere(fs(Access.USABLE));
    assertEquals(List.of(now), only(between(before, now)).relied());
    assertEquals(List.of(), between(before, elsewhere(fs(Access.PREVENTED, scope()))));
    // The new function's call is of another, for the old one is there as before.
    assertEquals(List.of(), between(before, before, now));
  }

  @Test
  void aSetterThatIsThereAndIsForAnotherMappingIsALoss() {
    GuardedCall before = fs(Access.BY_MAPPING, setter(SUBSYSTEM));
    GuardedCall now = fs(Access.BY_MAPPING);
    ConstrainerSite site = clearing(Circumstances.ALWAYS);
    Guards then = new Guards(List.of(before), List.of(site));
    DroppedProtection lost =
        only(LostGuards.between(then, new Guards(List.of(now), List.of(site)), Lines.UNKNOWN));
    assertEquals(Fate.ELSEWHERE, lost.fate());
    assertEquals(List.of(now), lost.relied());
    // Where the setter is gone, that is what is said.
    lost = only(LostGuards.between(then, new Guards(List.of(now), List.of()), Lines.UNKNOWN));
    assertEquals(Fate.GONE, lost.fate());
  }

  @Test
  void aSetterUnderANewConditionIsALoss() {
    GuardedCall call = fs(Access.BY_MAPPING, setter(SUBSYSTEM));
    Circumstances some = new Circumstances(List.of("inode"), List.of());
    Circumstances past = new Circumstances(List.of(), List.of("inode"));
    Circumstances more = new Circumstances(List.of("inode", "special"), List.of());
    DroppedProtection lost = only(conditions(call, Circumstances.ALWAYS, some));
    assertEquals(Fate.CONDITIONAL, lost.fate());
    assertEquals("with mappings of fs/reef for which 'inode' does not hold", lost.where());
    assertEquals(List.of(call), lost.relied());
    only(conditions(call, past, more));
    for (Circumstances asMuch : List.of(some, past, Circumstances.ALWAYS)) {
      assertEquals(List.of(), conditions(call, some, asMuch));
    }
    assertEquals(List.of(), conditions(call, past, some));
    assertEquals(List.of(), conditions(call, Circumstances.UNKNOWN, some));
    assertEquals(List.of(), conditions(call, new Circumstances(List.of("i"), List.of()), some));
  }

  private static List<DroppedProtection> conditions(
      GuardedCall call, Circumstances before, Circumstances now) {
    return LostGuards.between(
        new Guards(List.of(call), List.of(clearing(before))),
        new Guards(List.of(call), List.of(clearing(now))),
        Lines.UNKNOWN);
  }

  private static List<DroppedProtection> between(
      GuardedCall before, GuardedCall now, GuardedCall another) {
    return LostGuards.between(
        new Guards(List.of(before), List.of()),
        new Guards(List.of(now, another), List.of()),
        Lines.UNKNOWN);
  }
}
