package org.gfpaudit.reports.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.reports.catalog.FindingsFormat;
import org.gfpaudit.reports.catalog.ReportedRun;
import org.gfpaudit.reports.explain.ExplainReport;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.ChainStep;
import org.gfpaudit.rules.finding.Complaint;
import org.gfpaudit.rules.finding.Consequence;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.FindingName;
import org.gfpaudit.rules.finding.Fingerprint;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.Grounds;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.LockClass;
import org.gfpaudit.rules.finding.LockMode;
import org.gfpaudit.rules.finding.MappingKinds;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.ReclaimBit;
import org.gfpaudit.rules.finding.Reentry;
import org.gfpaudit.rules.finding.WitnessStep;
import org.gfpaudit.rules.review.Review;
import org.junit.jupiter.api.Test;

/** A deadlock in every format: two halves, each step with its place and its kind. */
class DeadlockFormatsTest {
  private static final List<ChainStep> HELD =
      List.of(
          step(10, "sync", ChainStep.Kind.CALLS, "begin(), which returns with it"),
          step(4, "begin", ChainStep.Kind.HOLDS, "struct pond.log_lock for read"),
          step(12, "sync", ChainStep.Kind.CALLS_THROUGH, "grow()"),
          step(20, "grow", ChainStep.Kind.ALLOCATES, "page cache by grab_cache_page()"));

  private static final List<ChainStep> RECLAIM =
      List.of(
          step(30, "scan", ChainStep.Kind.ENTERS_RECLAIM, "super_cache_scan()"),
          step(31, "scan", ChainStep.Kind.EVICTS, "an inode by pond_evict()"),
          step(32, "pond_evict", ChainStep.Kind.WAITS_FOR, "struct pond.work <b>\033[1m"),
          step(33, "pond_work", ChainStep.Kind.WOKEN_BY, "pond_work()"),
          step(34, "pond_serve", ChainStep.Kind.SERVES, "I/O to its device"));

  private static ChainStep step(int line, String function, ChainStep.Kind kind, String what) {
    return new ChainStep(new Place("fs/pond.c", line, 2, function), kind, what);
  }

  private static Finding finding() {
    Reentry reentry =
        new Reentry(
            LockClass.ofField("struct pond", "log_lock"),
            LockMode.READ,
            HELD,
            RECLAIM,
            ReclaimBit.FS,
            new Reentry.Doubt(
                List.of("reclaim goes this way only for <some>"),
                "2 functions by which reclaim comes to fs/pond and 7 below them"));
    List<WitnessStep> witness = new ArrayList<>();
    HELD.forEach(each -> witness.add(new WitnessStep(each.place(), each.text())));
    RECLAIM.forEach(each -> witness.add(new WitnessStep(each.place(), each.text())));
    return new Finding(
        new FindingName("G0000dead", new Fingerprint("0000dead", "0000dead")),
        new Complaint("lock-sample", Level.ERROR, "grow() allocates page cache", "nothing"),
        new Flagged(
            new Place("fs/pond.c", 20, 9, "grow"),
            "grab_cache_page",
            "",
            "",
            PresenceCondition.TRUE),
        Optional.empty(),
        new Grounds(
            witness,
            List.of(),
            List.of(),
            new Consequence(
                MappingKinds.UNKNOWN,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(reentry))));
  }

  private static String report(FindingsFormat format) {
    ReportedRun run =
        new ReportedRun(
            "1.0",
            Samples.tree(path -> Optional.empty()),
            Style.PLAIN,
            Optional.of(Level.WARNING),
            Optional.of(Level.NOTE),
            /* suggestsWaivers= */ false);
    AuditResult result =
        new AuditResult("6.1.0", List.of(), List.of(finding()), List.of(), List.of());
    return Samples.render(out -> format.report(run).write(Review.of(result), out));
  }

  @Test
  void goldens() {
    for (FindingsFormat format :
        List.of(FindingsFormat.TEXT, FindingsFormat.HTML, FindingsFormat.JSON)) {
      Golden.assertMatches("deadlock-" + format.word(), report(format));
    }
    Golden.assertMatches(
        "deadlock-explain",
        Samples.render(
            out ->
                new ExplainReport(path -> Optional.empty(), Style.PLAIN, /* isWhole= */ true)
                    .write(finding(), Mending.NONE, out)));
  }

  @Test
  void everyFormatWithStepsHasAllOfThemInOrder() {
    for (FindingsFormat format :
        List.of(
            FindingsFormat.TEXT,
            FindingsFormat.GCC,
            FindingsFormat.ROBOT,
            FindingsFormat.JSON,
            FindingsFormat.SARIF,
            FindingsFormat.HTML)) {
      String report = report(format);
      int at = 0;
      for (ChainStep step : HELD) {
        int next = report.indexOf(step.what(), at);
        assertTrue(next >= 0, format + " lacks " + step + ":\n" + report);
        at = next;
      }
      at = report.indexOf("super_cache_scan()", at);
      assertTrue(at >= 0, format.word());
      assertTrue(report.indexOf("I/O to its device", at) >= 0, format.word());
      assertFalse(report.contains("\033"), format.word());
    }
  }

  /** One thread allocates, the other one is reclaim; the order goes on from one to the other. */
  @Test
  void sarifHasTwoThreads() throws IOException {
    JsonNode flow =
        new ObjectMapper()
            .readTree(report(FindingsFormat.SARIF))
            .at("/runs/0/results/0/codeFlows/0");
    JsonNode threads = flow.get("threadFlows");
    assertEquals(2, threads.size());
    assertEquals(HELD.size(), threads.get(0).get("locations").size());
    JsonNode first = threads.get(1).get("locations").get(0);
    assertEquals(HELD.size() + 1, first.get("executionOrder").asInt());
    assertEquals("enters-reclaim", first.get("kinds").get(0).asText());
  }
}
