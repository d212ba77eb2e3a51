package org.gfpaudit.testdata.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Complaint;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.FindingName;
import org.gfpaudit.rules.finding.Fingerprint;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.Grounds;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Verdict;
import org.gfpaudit.rules.finding.WitnessStep;
import org.gfpaudit.testdata.expect.Sample;
import org.gfpaudit.testdata.expect.SampleParser;
import org.junit.jupiter.api.Test;

/** The test of the test: each way to be wrong is shown to fail. */
class ComparisonTest {

  private static final String HEADER =
      "/*\n * rule: hardcoded\n * shows: x\n * headers: pagemap\n * config: all\n */\n\n";

  /** The head of f_bad() is line 8, so the first line of the body is line 10. */
  private static Sample bad(String body) {
    return sample("void f_bad(void)\n{\n" + body + "}\n");
  }

  private static Sample sample(String text) {
    return SampleParser.parse("fs/a.c", (HEADER + text).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static AuditRow row(int line, Verdict verdict) {
    return new AuditRow(
        AuditRow.Kind.SITE,
        new Flagged(
            new Place("fs/a.c", line, 2, "f_bad"),
            "add_to_page_cache_lru",
            "GFP_KERNEL",
            "mapping",
            PresenceCondition.TRUE),
        verdict,
        List.of(),
        "");
  }

  private static Finding finding(int line, Integer... steps) {
    return finding(
        "G00000001",
        line,
        "GFP_KERNEL reaches the call",
        List.of(steps).stream()
            .map(step -> new WitnessStep(new Place("fs/a.c", step, 1, "f_bad"), "enters"))
            .toList());
  }

  private static Finding finding(String id, int line, String message, List<WitnessStep> witness) {
    AuditRow row = row(line, Verdict.HARDCODED);
    return new Finding(
        new FindingName(id, new Fingerprint(id, id)),
        new Complaint("hardcoded", Level.ERROR, message),
        row.flagged(),
        Optional.of(row),
        new Grounds(witness, List.of(), List.of()));
  }

  private static Comparison compare(Sample sample, List<Finding> findings, List<AuditRow> rows) {
    return Comparison.of(
        List.of(sample), new AuditResult("6.1.0", rows, findings, List.of(), List.of()));
  }

  private static Comparison compare(Sample sample, Finding... findings) {
    return compare(
        sample,
        List.of(findings),
        List.of(findings).stream().flatMap(finding -> finding.row().stream()).toList());
  }

  @Test
  void aPromiseThatIsKept() {
    Comparison comparison =
        compare(
            bad("\tx(); /* step A */\n\ty(); /* want hardcoded (error) [A]: \"KERNEL\" */\n"),
            finding(11, 9, 10, 11));
    assertTrue(comparison.isMatch(), comparison::explain);
  }

  @Test
  void nothingFound() {
    Comparison comparison = compare(bad("\ty(); /* want hardcoded: \"KERNEL\" */\n"));
    assertEquals(List.of("fs/a.c:10: want hardcoded: \"KERNEL\""), comparison.missing());
    assertEquals(List.of(), comparison.unexpected());
  }

  @Test
  void foundWithoutAPromise() {
    Comparison comparison = compare(sample("void f_bad_not(void)\n{\n}\n"), finding(9, 9));
    assertEquals(List.of(), comparison.missing());
    assertEquals(
        List.of(
            "fs/a.c:9: /* want hardcoded (error): \"GFP_KERNEL reaches the call\" */"
                + "   in f_bad(): add_to_page_cache_lru <- GFP_KERNEL"),
        comparison.unexpected());
  }

  @Test
  void twoFoundWhereOneIsPromised() {
    Finding twin = finding("G00000002", 10, "GFP_USER reaches the call", List.of());
    Comparison comparison =
        compare(
            bad("\ty(); /* want hardcoded: \"GFP\" */\n"),
            List.of(finding(10), twin),
            List.of(row(10, Verdict.HARDCODED)));
    assertEquals(1, comparison.unexpected().size());
  }

  @Test
  void aMessageALevelAConditionAndAFunctionThatDiffer() {
    String line = "\ty(); /* want hardcoded (note) @(CONFIG_X): \"GFP_NOFS\" */\n";
    Comparison comparison =
        compare(sample("void other_bad(void)\n{\n" + line + "}\n"), finding(10));
    assertEquals(
        List.of(
            "fs/a.c:10: want hardcoded: \"GFP_NOFS\" "
                + "(the message is \"GFP_KERNEL reaches the call\"; the level is error; "
                + "the condition is @(); the function is f_bad)"),
        comparison.missing());
  }

  @Test
  void aWitnessThatPassesTheLabelsInAnotherOrder() {
    Sample sample =
        bad(
            """
            \tx(); /* step A */
            \tx(); /* step B */
            \ty(); /* want hardcoded [A B]: "KERNEL" */
            """);
    assertTrue(compare(sample, finding(12, 10, 11, 12)).isMatch());
    assertFalse(compare(sample, finding(12, 11, 10, 12)).isMatch());
  }

  @Test
  void aMissThatIsFoundAtLast() {
    Sample sample = bad("\ty(); /* miss hardcoded: \"KERNEL\" -- hard */\n");
    assertTrue(compare(sample).isMatch());
    assertEquals(
        List.of("fs/a.c:10: miss hardcoded is found now: promote it to want"),
        compare(sample, finding(10)).missing());
  }

  @Test
  void aNoiseThatIsGone() {
    Sample sample = sample("void f_ok(void)\n{\n\ty(); /* noise hardcoded: \"K\" -- dull */\n}\n");
    assertEquals(List.of("fs/a.c:10: noise hardcoded: \"K\""), compare(sample).missing());
  }

  @Test
  void rowsNeedAMarkerAndMarkersNeedARow() {
    Sample marked = sample("void f(void)\n{\n\ty(); /* verdict derived */\n}\n");
    Sample plain = sample("void f(void)\n{\n\ty();\n}\n");
    List<AuditRow> derived = List.of(row(10, Verdict.DERIVED));
    List<AuditRow> scoped = List.of(row(10, Verdict.SCOPED));
    assertTrue(compare(marked, List.of(), derived).isMatch());
    assertEquals(
        List.of("fs/a.c:10: /* verdict derived */ (there is no row)"),
        compare(marked, List.of(), List.of()).missing());
    assertEquals(
        List.of("fs/a.c:10: /* verdict derived */ (it is scoped: )"),
        compare(marked, List.of(), scoped).missing());
    assertEquals(
        List.of(
            "fs/a.c:10: /* verdict derived */"
                + "   in f_bad(): add_to_page_cache_lru <- GFP_KERNEL"),
        compare(plain, List.of(), derived).unexpected());
  }
}
