package org.gfpaudit.reports.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.reports.format.Golden;
import org.gfpaudit.reports.format.Samples;
import org.gfpaudit.reports.stats.Stats;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.api.RuleText;
import org.gfpaudit.rules.finding.Level;
import org.junit.jupiter.api.Test;

class JsonReportsTest {
  @Test
  void findings() throws IOException {
    String json = Samples.findings(new JsonFindings("1.0"));
    Golden.assertMatches("json-findings", json);
    assertEquals(List.of("Gffffffff", "G00c0ffee", "G12345678", "G87654321"), strings(json, "id"));
  }

  @Test
  void sites() throws IOException {
    String json = Samples.report(new JsonSites("1.0"));
    Golden.assertMatches("json-sites", json);
    assertEquals(4, strings(json, "verdict").size());
  }

  @Test
  void stats() throws IOException {
    var result = Samples.result();
    var coverage = new Stats.Coverage(2, 1, List.of(new Stats.Cause("x", 1, "a.c:1")));
    var stats =
        new Stats(
            "6.1",
            result.costs(),
            Optional.of(new Stats.Process(1, 2, 3)),
            Optional.of(coverage),
            result.problems());
    String json = Samples.render(out -> new JsonStats("1.0").write(stats, out));
    Golden.assertMatches("json-stats", json);
    assertEquals(List.of("scan", "parse"), strings(json, "stage"));
  }

  @Test
  void rules() throws IOException {
    var page = rule("id", "Text.\n");
    String json = Samples.render(out -> new JsonRules("1.0").write(List.of(page), out));
    Golden.assertMatches("json-rules", json);
    assertEquals(List.of("Text.\n"), strings(json, "help"));
  }

  @Test
  void hostileNamesComeBackUnchanged() throws IOException {
    String json = Samples.report(new JsonSites("1.0"));
    assertTrue(strings(json, "file").contains(Samples.HOSTILE));
  }

  @Test
  void loneHalvesOfSurrogatePairsDoNoHarm() throws IOException {
    var page = rule("\ude00x", "\ud83d\ude00");
    String json = Samples.render(out -> new JsonRules("1.0").write(List.of(page), out));
    assertEquals(List.of("\ud83d\ude00"), strings(json, "help"));
  }

  @Test
  void nothingButPrintableAsciiIsWrittenAndNoTag() {
    for (String json :
        List.of(Samples.findings(new JsonFindings("1")), Samples.report(new JsonSites("1")))) {
      assertFalse(json.chars().anyMatch(c -> c != '\n' && (c < ' ' || c > '~')));
      assertFalse(json.contains("<"));
    }
  }

  @Test
  void nothingThatDiffersBetweenRunsIsInAnAudit() {
    assertFalse(Samples.findings(new JsonFindings("1")).contains("Nanos"));
    assertFalse(Samples.report(new JsonSites("1")).contains("Nanos"));
  }

  private static Rule rule(String title, String help) {
    return new Rule(
        "id",
        new RuleText(title, help, List.of("a_bad.c")),
        Level.ERROR,
        /* isOnByDefault= */ true,
        subject -> Optional.empty());
  }

  /** The values of all members of a name; parses the whole text. */
  private static List<String> strings(String json, String name) throws IOException {
    List<String> values = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.VALUE_STRING && name.equals(parser.currentName())) {
          values.add(parser.getText());
        }
      }
    }
    return values;
  }
}
