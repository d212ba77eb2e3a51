package org.gfpaudit.rules.review;

import static org.gfpaudit.rules.review.GuardedCalls.SUBSYSTEM;
import static org.gfpaudit.rules.review.GuardedCalls.at;
import static org.gfpaudit.rules.review.GuardedCalls.flag;
import static org.gfpaudit.rules.review.GuardedCalls.fs;
import static org.gfpaudit.rules.review.GuardedCalls.mask;
import static org.gfpaudit.rules.review.GuardedCalls.scope;
import static org.gfpaudit.rules.review.GuardedCalls.setter;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.finding.BitProtection.Access;
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
}
