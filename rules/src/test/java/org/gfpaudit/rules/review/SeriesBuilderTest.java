package org.gfpaudit.rules.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.gfpaudit.rules.protectiondropped.ProtectionDroppedRule;
import org.junit.jupiter.api.Test;

/** Which patch of a series brings a finding, which takes it away, and what is as it was. */
final class SeriesBuilderTest {
  private static final Finding OLD = finding("hardcoded", "old");
  private static final Finding NEW = finding("hardcoded", "new");

  private AuditResult before = result(OLD);
  private final SeriesBuilder series = new SeriesBuilder();

  private static Finding finding(String rule, String function) {
    return new Finding(
        new FindingName("G" + rule + function, new Fingerprint(rule + function, rule + function)),
        new Complaint(rule, Level.WARNING, "the mask is wrong in " + function),
        new Flagged(
            new Place("fs/x.c", function.length(), 1, function),
            "sink",
            "GFP_KERNEL",
            "m",
            PresenceCondition.TRUE),
        Optional.empty(),
        new Grounds(List.of(), List.of(), List.of()));
  }

  private static int sameLine(Finding finding) {
    return finding.place().line();
  }

  private static AuditResult result(Finding... findings) {
    return new AuditResult("6.1", List.of(), List.of(findings), List.of(), List.of());
  }

  private static MailedPatch patch(String title) {
    return new MailedPatch("x.mbox", "", title, MailHeaders.NONE, List.of());
  }

  private void add(String title, List<KnownFinding> regained, Finding... findings) {
    AuditResult now = result(findings);
    Baseline base = new Baseline("base", before.findings().stream().map(KnownFinding::of).toList());
    series.add(
        patch(title),
        base.compare(now.findings(), KnownFinding::of, SeriesBuilderTest::sameLine),
        regained);
    before = now;
  }

  private void add(String title, Finding... findings) {
    add(title, List.of(), findings);
  }

  private SeriesReview build() {
    return series.build("base", before);
  }

  private static List<Finding> brought(PatchOutcome outcome) {
    return outcome.brought().stream().map(PatchOutcome.Brought::finding).toList();
  }

  @Test
  void thePatchThatBringsAFindingIsNamed() {
    series.addWithoutEffect(patch("words"));
    add("one", OLD, NEW);
    SeriesReview built = build();
    assertEquals(List.of("words", "one"), titles(built));
    assertEquals(List.of(NEW), brought(built.outcomes().get(1)));
    assertEquals(
        List.of("the mask is wrong in new (patch \"one\")"),
        built.review().newFindings().stream().map(Finding::message).toList());
    assertEquals(Standing.KNOWN, built.review().findings().get(0).standing());
  }

  private static List<String> titles(SeriesReview built) {
    return built.outcomes().stream().map(outcome -> outcome.patch().title()).toList();
  }

  @Test
  void whatALaterPatchTakesAwayWasThereInBetween() {
    add("one", OLD, NEW);
    add("two", OLD);
    SeriesReview built = build();
    assertEquals(List.of(), built.review().newFindings());
    assertEquals(
        Optional.of("two"),
        built.outcomes().get(0).brought().get(0).takenAwayBy().map(MailedPatch::title));
    assertEquals(List.of(), built.outcomes().get(1).fixed());
    assertEquals(1, built.worthSaying(built.outcomes().get(0), Level.WARNING).size());
    assertEquals(0, built.worthSaying(built.outcomes().get(0), Level.ERROR).size());
  }

  @Test
  void whatTheTreeHadAndHasNoMoreIsFixed() {
    add("one");
    SeriesReview built = build();
    assertEquals(List.of(KnownFinding.of(OLD)), built.outcomes().get(0).fixed());
    assertEquals(List.of(KnownFinding.of(OLD)), built.review().gone());
  }

  @Test
  void whatIsFixedAndComesBackWasThereBefore() {
    add("one");
    add("two", OLD);
    SeriesReview built = build();
    assertEquals(List.of(), built.outcomes().get(0).fixed());
    assertEquals(List.of(), built.outcomes().get(1).brought());
    assertEquals(List.of(), built.review().newFindings());
    assertEquals(List.of(), built.review().gone());
  }

  @Test
  void whatKeepsReclaimOutAgainIsFixedUntilItIsLost() {
    KnownFinding kept = KnownFinding.of(finding(ProtectionDroppedRule.RULE.id(), "kept"));
    add("one", List.of(kept), OLD);
    add("two", List.of(kept), OLD);
    assertEquals(List.of(kept), build().outcomes().get(0).fixed());
    assertEquals(List.of(), build().outcomes().get(1).fixed());
    add("three", List.of(), OLD);
    assertEquals(List.of(), build().outcomes().get(0).fixed());
  }

  @Test
  void aVerdictThatIsNoWorseIsNeitherBroughtNorFixed() {
    Finding better = finding("hardcoded-nofs", "old");
    add("one", better);
    SeriesReview built = build();
    assertEquals(List.of(), built.review().newFindings());
    assertEquals(List.of(), built.review().gone());
    assertEquals(Standing.CHANGED, built.review().findings().get(0).standing());
  }

  @Test
  void seriesThatAreAppliedApartAreToldTogether() {
    AuditResult without = before;
    add("brings", OLD, NEW);
    SeriesReview one = build();
    SeriesBuilder other = new SeriesBuilder();
    Baseline base = new Baseline("base", List.of(KnownFinding.of(OLD)));
    other.add(
        patch("fixes"),
        base.compare(List.<Finding>of(), KnownFinding::of, SeriesBuilderTest::sameLine),
        List.of());
    SeriesReview two = other.build("base", result());
    SeriesReview both = SeriesReview.together("base", without, List.of(one, two));
    assertEquals(one, SeriesReview.together("base", without, List.of(one)));
    assertEquals(List.of("brings", "fixes"), titles(both));
    assertEquals(one.review().newFindings(), both.review().newFindings());
    assertEquals(List.of(KnownFinding.of(OLD)), both.review().gone());
    assertEquals(1, both.review().findings().size(), "what one of them fixes is not there");
    assertEquals(both.review().newFindings(), both.review().audit().findings());
  }
}
