package org.gfpaudit.reports.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gfpaudit.reports.format.Samples;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.ConstrainerSite;
import org.gfpaudit.rules.finding.Guards;
import org.gfpaudit.rules.review.Baseline;
import org.gfpaudit.rules.review.KnownFinding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonBaselineTest {
  private static Baseline read(String text) throws MalformedResultException {
    return JsonBaseline.read("base.json", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatIsWrittenIsRead() throws MalformedResultException {
    AuditResult result = Samples.result();
    Guards guards = result.guards();
    assertFalse(guards.calls().isEmpty());
    assertFalse(guards.setters().isEmpty());
    String text =
        Samples.render(out -> new JsonBaseline("1").write("6.1", result.findings(), guards, out));
    assertEquals(
        result.findings().stream().map(KnownFinding::of).sorted().toList(), read(text).findings());
    Guards then = read(text).guards().orElseThrow();
    assertEquals(guards.calls(), then.calls());
    assertEquals(
        guards.setters().stream().map(ConstrainerSite::effect).toList(),
        then.setters().stream().map(ConstrainerSite::effect).toList());
  }

  @Test
  void aWholeResultIsABaselineToo() throws MalformedResultException {
    assertEquals(
        Samples.result().findings().stream().map(KnownFinding::of).sorted().toList(),
        read(Samples.findings(new JsonFindings("1"))).findings());
    assertTrue(read(Samples.findings(new JsonFindings("1"))).guards().isPresent());
    assertTrue(read("{\"schemaVersion\":1,\"findings\":[]}").guards().isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | base.json is no JSON object",
        "[] | base.json is no JSON object",
        "{} | holds no findings of gfpaudit",
        "{\"schemaVersion\":1} | holds no findings of gfpaudit",
        "{\"schemaVersion\":2,\"findings\":[]} | base.json has schemaVersion 2",
        "{\"schemaVersion\":1,\"findings\":{}} | findings is no array",
        "{\"schemaVersion\":1,\"findings\":[1]} | base.json:1:32: a finding is an object",
        "{\"schemaVersion\":1,\"findings\":[{}]} | base.json:1:32: the finding has no member level",
        "{\"schemaVersion\":1,\"findings\":[{\"level\":\"x\"}]} | there is no level 'x'",
        "{\"schemaVersion\":1,\"findings\":[],\"guards\":7} | guards hold no object",
        "{\"schemaVersion\":1,\"findings\":[],\"guards\":{}} | guards have no array calls",
        "{\"schemaVersion\":1, | base.json:1:",
      })
  void whatIsNoBaselineIsSaidToBeNone(String text, String message) {
    var failure = assertThrows(MalformedResultException.class, () -> read(text));
    assertTrue(String.valueOf(failure.getMessage()).contains(message), failure.getMessage());
  }

  @Test
  void aDeepOrAbsurdBaselineIsSaidToBeNone() {
    String start = "{\"schemaVersion\":1,\"findings\":";
    for (String text :
        List.of(
            start + "[".repeat(5000),
            start + "[{\"at\":" + "{\"at\":".repeat(5000),
            start + "[{\"x\":" + "[".repeat(100_000),
            start + "[{\"level\":" + "9".repeat(5000) + "}]}",
            start + "[{\"level\":null}]}",
            "{\"schemaVersion\":[1],\"findings\":[]}",
            "{\"schemaVersion\":" + "9".repeat(2000) + ",\"findings\":[]}",
            "{\"" + "a".repeat(200_000) + "\":1")) {
      assertThrows(
          MalformedResultException.class,
          () -> read(text),
          text.substring(0, Math.min(60, text.length())));
    }
  }
}
