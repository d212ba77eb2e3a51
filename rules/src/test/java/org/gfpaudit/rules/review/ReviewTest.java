package org.gfpaudit.rules.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Complaint;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.FindingName;
import org.gfpaudit.rules.finding.Fingerprint;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.Grounds;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.rules.finding.WitnessStep;
import org.junit.jupiter.api.Test;

class ReviewTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 5, 1);

  private static Finding finding(String print, String content, String file, int line) {
    Place place = new Place(file, line, 1, "f");
    return new Finding(
        new FindingName("G" + print, new Fingerprint(print, content)),
        new Complaint("hardcoded", Level.ERROR, "GFP_KERNEL reaches sink()"),
        new Flagged(place, "sink", "GFP_KERNEL", "m", PresenceCondition.TRUE),
        Optional.empty(),
        new Grounds(List.of(new WitnessStep(place, "enters here")), List.of(), List.of()));
  }

  private static Review review(Finding... findings) {
    return Review.of(new AuditResult("6.1", List.of(), List.of(findings), List.of(), List.of()));
  }

  private static Baseline baseline(Finding... findings) {
    return new Baseline("base", List.of(findings).stream().map(KnownFinding::of).toList());
  }

  private static Waiver waiver(String rule, Optional<String> file, Optional<LocalDate> expires) {
    return new Waiver(
        new WaiverTarget.Described(Optional.empty(), Optional.of(rule), file, Optional.empty()),
        "because",
        expires,
        "conf.yml",
        7,
        Optional.empty());
  }

  @Test
  void withoutAnythingToCompareWithAllIsNew() {
    Review review = review(finding("1", "a", "x.c", 1));
    assertTrue(review.hasNew(Level.ERROR));
    assertFalse(review.isCompared());
  }

  @Test
  void aBaselineAnswersForEachFindingOnce() {
    Finding old = finding("1", "a", "x.c", 1);
    Finding moved = finding("1", "a", "x.c", 9);
    Finding other = finding("2", "b", "x.c", 12);
    Finding gone = finding("3", "c", "y.c", 3);
    Review review = review(moved, other).against(baseline(old, gone));
    assertEquals(List.of(other), review.newFindings());
    assertEquals(List.of(KnownFinding.of(gone)), review.gone());
    assertEquals(1, review.standing(Standing.KNOWN).size());
  }

  @Test
  void aFunctionThatWentToAnotherFileTakesItsFindingAlong() {
    Finding old = finding("1", "a", "x.c", 1);
    Finding now = finding("9", "a", "z.c", 1);
    Baseline.Comparison<Finding> comparison =
        baseline(old).compare(List.of(now), KnownFinding::of, f -> 0);
    assertEquals(List.of(), comparison.fresh());
    assertEquals(List.of(new Baseline.Match<>(now, KnownFinding.of(old))), comparison.known());
    // Two copies are one that moved and one that is new.
    Finding copy = finding("8", "a", "w.c", 1);
    assertEquals(
        1, baseline(old).compare(List.of(now, copy), KnownFinding::of, f -> 0).fresh().size());
    // What is still there is not what moved.
    assertEquals(
        List.of(copy),
        baseline(old)
            .compare(List.of(copy, finding("1", "a", "x.c", 5)), KnownFinding::of, f -> 0)
            .fresh());
  }

  @Test
  void aFunctionThatGotAnotherNameKeepsItsFindingWhereTheLineIsKnown() {
    Finding old = finding("1", "a", "x.c", 7);
    Finding now = finding("2", "b", "x.c", 9);
    assertEquals(
        List.of(now), baseline(old).compare(List.of(now), KnownFinding::of, f -> 0).fresh());
    assertEquals(List.of(), baseline(old).compare(List.of(now), KnownFinding::of, f -> 7).fresh());
    assertEquals(
        List.of(now), baseline(old).compare(List.of(now), KnownFinding::of, f -> 6).fresh());
  }

  @Test
  void aTouchedFindingStaysNew() {
    Finding old = finding("1", "a", "x.c", 1);
    assertEquals(List.of(old), review(old).against(baseline(old), f -> true, f -> 0).newFindings());
  }

  @Test
  void twoBaselinesAddUp() {
    Finding first = finding("1", "a", "x.c", 1);
    Finding second = finding("2", "b", "x.c", 2);
    Review review = review(first, second).against(baseline(first)).against(baseline(second));
    assertEquals(List.of(), review.newFindings());
    assertEquals(List.of("base", "base"), review.comparedWith());
  }

  @Test
  void waiversCoverWhatTheyName() {
    Finding first = finding("1", "a", "fs/x/a.c", 1);
    Finding second = finding("2", "b", "mm/a.c", 2);
    Review review =
        review(first, second)
            .waivedBy(
                List.of(waiver("hardcoded", Optional.of("fs/x/*"), Optional.of(TODAY))),
                TODAY,
                each -> true);
    assertEquals(List.of(second), review.newFindings());
    assertEquals(List.of(), review.remarks());
  }

  @Test
  void anExpiredOrIdleWaiverIsSaid() {
    Finding finding = finding("1", "a", "fs/x/a.c", 1);
    List<Waiver> waivers =
        List.of(
            waiver("hardcoded", Optional.empty(), Optional.of(TODAY.minusDays(1))),
            waiver("partial", Optional.of("fs/*"), Optional.empty()));
    Review review = review(finding).waivedBy(waivers, TODAY, each -> true);
    assertEquals(List.of(finding), review.newFindings());
    assertEquals(2, review.remarks().size());
    assertEquals(
        new Problem("conf.yml", 7, review.remarks().get(0).message(), false),
        review.remarks().get(0));
    assertTrue(review.remarks().get(0).message().contains("expired on 2026-04-30"));
    assertTrue(review.remarks().get(1).message().contains("covers no finding"));
    // A part of the tree proves nothing about a waiver for another part.
    assertEquals(1, review(finding).waivedBy(waivers, TODAY, each -> false).remarks().size());
  }

  @Test
  void whatMattersLessCanBeLeftOut() {
    Finding error = finding("1", "a", "x.c", 1);
    Finding note = finding("2", "b", "x.c", 2).withLevel(Level.NOTE, "");
    Finding goneNote = finding("3", "c", "y.c", 3).withLevel(Level.NOTE, "");
    Finding goneError = finding("4", "d", "y.c", 4);
    Review all = review(error, note).against(baseline(goneNote, goneError));
    Review some = all.atLeast(Level.WARNING);
    assertEquals(List.of(error), some.newFindings());
    assertEquals(List.of(error), some.audit().findings());
    assertEquals(List.of(KnownFinding.of(goneError)), some.gone());
    assertTrue(some.isCompared());
    assertEquals(all, all.atLeast(Level.NOTE));
  }

  /** Pages become folios, and the constant stays: nobody mended anything, nobody brought it. */
  @Test
  void aCallThatAnotherReplacesWithTheSameVerdictOnlyChanged() {
    Finding old = finding("1", "a", "x.c", 3);
    Finding now = finding("2", "b", "x.c", 9).saying("GFP_KERNEL reaches other_sink()");
    Review review = review(now).against(baseline(old), finding -> false, finding -> 0);
    assertEquals(List.of(), review.newFindings());
    assertEquals(List.of(), review.gone());
    assertEquals(Standing.CHANGED, review.findings().get(0).standing());
    Finding more = finding("3", "c", "x.c", 12).saying("GFP_KERNEL reaches a_third()");
    assertEquals(
        List.of(now, more),
        review(now, more).against(baseline(old), finding -> false, finding -> 0).newFindings(),
        "which of the two it became nobody knows");
  }
}
