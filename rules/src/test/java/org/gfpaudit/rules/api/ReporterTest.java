package org.gfpaudit.rules.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.rules.catalog.RuleCatalog;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Verdict;
import org.gfpaudit.rules.finding.WitnessStep;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.knowledge.SiteFacts;
import org.gfpaudit.rules.knowledge.SiteProperty;
import org.gfpaudit.rules.mask.Judgement;
import org.gfpaudit.rules.mask.Origin;
import org.junit.jupiter.api.Test;

class ReporterTest {
  private static final Place PLACE = new Place("fs/mpage.c", 10, 3, "mpage_readpages");

  /** What is on by default, and the one rule about a verdict that is not. */
  private static final List<Rule> RULES =
      RuleCatalog.all().stream()
          .filter(rule -> rule.isOnByDefault() || rule.id().equals(Verdict.HARDCODED_WEAK.word()))
          .toList();

  private final Reporter reporter = new Reporter(RULES, Knowledge.shipped());

  private static AuditRow row(Verdict verdict, Place place) {
    return new AuditRow(
        AuditRow.Kind.SITE,
        new Flagged(place, "add_to_page_cache_lru", "gfp", "mapping", PresenceCondition.TRUE),
        verdict,
        List.of(),
        "");
  }

  private static Judgement judgement(Verdict verdict, boolean isUsed, String... masks) {
    TreeSet<Origin> culprits = new TreeSet<>();
    for (String mask : masks) {
      culprits.add(new Origin(PLACE, mask));
    }
    return new Judgement(
        verdict,
        "lost in asm (fs/a.c:8)",
        masks.length > 0 && Set.of("GFP_KERNEL", "__GFP_FS").contains(masks[0]),
        isUsed,
        culprits,
        verdict == Verdict.WRONG_MAPPING ? List.of("dir->i_mapping") : List.of());
  }

  private static RowSubject subject(AuditRow row, Judgement judgement) {
    return new RowSubject(row, judgement, SiteFacts.of(row.place()));
  }

  private Optional<Finding> report(Subject subject) {
    return reporter.report(subject, () -> List.of(new WitnessStep(PLACE, "enters here"))).stream()
        .findFirst();
  }

  private Finding report(Verdict verdict, String... masks) {
    return report(subject(row(verdict, PLACE), judgement(verdict, true, masks))).orElseThrow();
  }

  private static void assertFinding(Level level, String message, Finding finding) {
    assertEquals(message, finding.message());
    assertEquals(level, finding.level());
    assertEquals("", finding.reason());
  }

  @Test
  void messagesStateTheFlow() {
    assertFinding(
        Level.ERROR,
        "GFP_KERNEL reaches add_to_page_cache_lru() in mpage_readpages(): the mapping's mask is ignored",
        report(Verdict.HARDCODED, "GFP_KERNEL"));
    assertFinding(
        Level.WARNING,
        "GFP_NOFS reaches add_to_page_cache_lru() in mpage_readpages(): a mapping that forbids I/O is ignored",
        report(Verdict.HARDCODED_NOFS, "GFP_NOFS"));
    assertFinding(
        Level.NOTE,
        "GFP_NOWAIT reaches add_to_page_cache_lru() in mpage_readpages(): neither FS nor IO, but not the mapping's mask",
        report(Verdict.HARDCODED_WEAK, "GFP_NOWAIT"));
    assertFinding(
        Level.ERROR,
        "__GFP_FS is OR-ed into the mapping's mask and reaches add_to_page_cache_lru() in mpage_readpages(): the mapping is overruled",
        report(Verdict.RE_ADDED, "__GFP_FS"));
    assertFinding(
        Level.ERROR,
        "the mask of dir->i_mapping reaches add_to_page_cache_lru() in mpage_readpages(): the page goes into another mapping",
        report(Verdict.WRONG_MAPPING, "mapping_gfp_mask(dir->i_mapping)"));
    assertFinding(
        Level.NOTE,
        "the mask that reaches add_to_page_cache_lru() in mpage_readpages() could not be followed: lost in asm (fs/a.c:8)",
        report(Verdict.UNKNOWN));
  }

  @Test
  void partialIsAsBadAsItsConstant() {
    assertFinding(
        Level.ERROR,
        "GFP_KERNEL reaches add_to_page_cache_lru() in mpage_readpages() on some paths: there the mapping's mask is ignored",
        report(Verdict.PARTIAL, "GFP_KERNEL"));
    assertEquals(Level.WARNING, report(Verdict.PARTIAL, "GFP_NOFS").level());
  }

  @Test
  void reAddedIsAsBadAsWhatComesBack() {
    assertEquals(Level.ERROR, report(Verdict.RE_ADDED, "__GFP_FS").level());
    assertEquals(Level.WARNING, report(Verdict.RE_ADDED, "__GFP_IO").level());
  }

  @Test
  void manyMasksAreCounted() {
    String message = report(Verdict.HARDCODED, "A", "B", "C", "D", "E").message();
    assertTrue(message.startsWith("A or B or C or 2 more reaches "), message);
    assertTrue(report(Verdict.HARDCODED).message().startsWith("gfp reaches "));
  }

  @Test
  void goodVerdictsAndUnusedMasksGiveNoFinding() {
    for (Verdict verdict : List.of(Verdict.DERIVED, Verdict.SCOPED, Verdict.PASSTHROUGH)) {
      assertEquals(
          Optional.empty(),
          report(subject(row(verdict, PLACE), judgement(verdict, true, "GFP_KERNEL"))));
    }
    assertEquals(
        Optional.empty(),
        report(
            subject(
                row(Verdict.HARDCODED_WEAK, PLACE),
                judgement(Verdict.HARDCODED_WEAK, false, "GFP_KERNEL"))));
  }

  @Test
  void exemptionsLowerALevelAndSayWhy() {
    AuditRow row = row(Verdict.HARDCODED, PLACE);
    SiteFacts facts = new SiteFacts(PLACE, "", Set.of(SiteProperty.NEVER_INSERTED));
    Finding finding =
        report(new RowSubject(row, judgement(Verdict.HARDCODED, true, "GFP_KERNEL"), facts))
            .orElseThrow();
    assertEquals(Level.NOTE, finding.level());
    assertEquals(
        "the page never enters a mapping, so no mapping's mask was meant for it", finding.reason());
    assertEquals(
        "GFP_KERNEL reaches add_to_page_cache_lru() in mpage_readpages(): the page enters no mapping",
        finding.message());
  }

  @Test
  void anExemptionNeverRaisesALevelAndMayTakeTheFindingAway() {
    AuditRow row = row(Verdict.UNKNOWN, PLACE);
    SiteFacts facts = new SiteFacts(PLACE, "", Set.of(SiteProperty.NEVER_INSERTED));
    Finding note =
        report(new RowSubject(row, judgement(Verdict.UNKNOWN, true), facts)).orElseThrow();
    assertEquals(Level.NOTE, note.level());
    assertEquals("", note.reason());
    Place tools = new Place("tools/testing/a.c", 1, 1, "f");
    assertEquals(
        Optional.empty(),
        report(
            subject(
                row(Verdict.HARDCODED, tools), judgement(Verdict.HARDCODED, true, "GFP_KERNEL"))));
  }

  private Finding ranked(Verdict verdict, String mask, Level level, SiteFacts facts) {
    Rank rank = new Rank(level, "by its mappings", List.of());
    return report(
            new RowSubject(
                row(verdict, facts.place()),
                judgement(verdict, true, mask),
                facts,
                Optional.of(rank)))
        .orElseThrow();
  }

  @Test
  void aRankReplacesTheLevelOfTheRule() {
    SiteFacts plain = SiteFacts.of(PLACE);
    Finding lowered = ranked(Verdict.HARDCODED, "GFP_KERNEL", Level.NOTE, plain);
    assertEquals(Level.NOTE, lowered.level());
    assertEquals("by its mappings", lowered.reason());
    Finding raised = ranked(Verdict.HARDCODED_NOFS, "GFP_NOFS", Level.ERROR, plain);
    assertEquals(Level.ERROR, raised.level());
  }

  @Test
  void anExemptionReplacesTheRank() {
    SiteFacts exempt = new SiteFacts(PLACE, "", Set.of(SiteProperty.NEVER_INSERTED));
    for (Level level : Level.values()) {
      Finding finding = ranked(Verdict.HARDCODED, "GFP_KERNEL", level, exempt);
      assertEquals(Level.NOTE, finding.level());
      assertTrue(finding.reason().contains("never enters a mapping"), finding.reason());
    }
  }
}
