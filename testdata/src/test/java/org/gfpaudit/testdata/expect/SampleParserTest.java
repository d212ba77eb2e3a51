package org.gfpaudit.testdata.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleParserTest {

  private static final String HEADER =
      """
      /*
       * rule:     hardcoded
       * shows:    a test
       * headers:  pagemap
       * config:   all
       */
      """;

  private static Sample parse(String body) {
    return SampleParser.parse("fs/a.c", (HEADER + body).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static List<String> complaints(String body) {
    return assertThrows(MalformedSampleException.class, () -> parse(body)).complaints();
  }

  @Test
  void readsEveryFormOfMarker() {
    Sample sample =
        parse(
            """

            int one_bad(int a)
            {
            \tx(); /* step A */ /* verdict passthrough */
            \ty(); /* want hardcoded (note) [A fs/b.c:B] @(CONFIG_X && !(B)): "lit \\(x\\)" */
            \t/* want+2 re-added: "r" */ /* verdict+2 derived origin */
            \t/* ok: a reason */
            \tz(); /* miss partial: "p" -- not tracked */
            }
            """);
    assertEquals(Map.of("A", 10), sample.labels());
    assertEquals("one_bad", sample.functions().get(8));
    assertEquals("one_bad", sample.functions().get(15));
    assertEquals(Optional.empty(), Optional.ofNullable(sample.functions().get(7)));
    assertEquals(
        List.of(
            new Marker.OfRows(10, AuditRow.Kind.SITE, Verdict.PASSTHROUGH),
            new Marker.OfRows(14, AuditRow.Kind.ORIGIN, Verdict.DERIVED)),
        sample.markers().stream().filter(Marker.OfRows.class::isInstance).toList());
    List<Marker.OfFinding> findings =
        sample.markers().stream()
            .filter(Marker.OfFinding.class::isInstance)
            .map(Marker.OfFinding.class::cast)
            .toList();
    assertEquals(List.of(11, 14, 14), findings.stream().map(Marker.OfFinding::line).toList());
    assertEquals(Optional.of(Level.NOTE), findings.get(0).level());
    assertEquals(List.of("A", "fs/b.c:B"), findings.get(0).path());
    assertEquals(Optional.of("CONFIG_X && !(B)"), findings.get(0).condition());
    assertEquals("lit \\(x\\)", findings.get(0).message().pattern());
    assertEquals("not tracked", findings.get(2).why());
    assertEquals(1, sample.count(Marker.Promise.MISS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wnat hardcoded: \"x\"",
        "want hardcoded \"x\"",
        "want hardcoded: x",
        "want hardcode: \"x\"",
        "want hardcoded: \"x\" -- why",
        "want hardcoded (loud): \"x\"",
        "want hardcoded: \"(\"",
        "miss hardcoded: \"x\"",
        "noise hardcoded: \"x\" --",
        "ok",
        "ok:",
        "step a",
        "steps A",
        "verdict wrong",
        "verdict derived orign",
        "verdicts derived",
        "prose in small letters",
      })
  void refusesWhatIsNotExactlyAMarker(String comment) {
    List<String> complaints = complaints("int x_bad; /* " + comment + " */\n");
    assertTrue(complaints.get(0).startsWith("fs/a.c:7: "), complaints::toString);
  }

  @Test
  void leavesStringsAndProseAlone() {
    Sample sample = parse("/* Prose. */ char *s = \"/* want nothing */\"; /* */\n");
    assertEquals(List.of(), sample.markers());
  }

  @Test
  void refusesTheLabelNobodyGaveAndTheOneGivenTwice() {
    assertEquals(
        List.of("fs/a.c:7: no step is labelled B"),
        complaints("x(); /* want hardcoded [B]: \"x\" */\n"));
    assertEquals(
        List.of("fs/a.c:8: label A is given twice"), complaints("/* step A */\n/* step A */\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "f_ok, want hardcoded: \"x\", f_ok() holds a want or a miss and does not end in _bad",
    "f, miss hardcoded: \"x\" -- y, f() holds a want or a miss and does not end in _bad",
    "f_bad, ok: fine, f_bad() ends in _bad and holds no want or miss",
    "f, noise hardcoded: \"x\" -- y, f() holds a noise and does not end in _ok",
  })
  void namesOfFunctionsTellTheGoodFromTheBad(String name, String marker, String complaint) {
    List<String> complaints =
        complaints("\nint " + name + "(void)\n{\n\tx(); /* " + marker + " */\n}\n");
    assertEquals(1, complaints.size());
    assertTrue(complaints.get(0).endsWith(complaint), complaints::toString);
  }

  @Test
  void refusesAHeaderThatLacksAKeyOrHasAStrangeOne() {
    byte[] bytes = "/*\n * rule: x\n * show: y\n */\n".getBytes(StandardCharsets.ISO_8859_1);
    MalformedSampleException thrown =
        assertThrows(MalformedSampleException.class, () -> SampleParser.parse("fs/a.c", bytes));
    assertEquals(
        List.of(
            "fs/a.c:1: not a line of a sample's header: show: y",
            "fs/a.c:1: the header lacks the key shows",
            "fs/a.c:1: the header lacks the key headers",
            "fs/a.c:1: the header lacks the key config"),
        thrown.complaints());
  }

  @Test
  void findsTheFunctionBehindAnOldStyleHead() {
    Sample sample = parse("\nint old(a)\n\tint a;\n{\n\tx();\n}\n\nint b;\n");
    assertEquals("old", sample.functions().get(11));
    assertEquals(Optional.empty(), Optional.ofNullable(sample.functions().get(14)));
  }
}
