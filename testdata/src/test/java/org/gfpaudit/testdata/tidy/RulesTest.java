package org.gfpaudit.testdata.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gfpaudit.testdata.cli.CommandRun;
import org.gfpaudit.testdata.expect.Marker;
import org.gfpaudit.testdata.expect.Sample;
import org.gfpaudit.testdata.harness.Program;
import org.junit.jupiter.api.Test;

/** Every rule has a page, a sample of the bad and a sample of the good. */
class RulesTest {

  private static Set<String> ruleIds() {
    CommandRun run = CommandRun.of(Repository.root(), List.of("rules", "--format", "json"));
    assertEquals(0, run.status(), run.err());
    Matcher id = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"").matcher(run.out());
    Set<String> ids = new TreeSet<>();
    while (id.find()) {
      ids.add(id.group(1));
    }
    assertTrue(ids.contains("hardcoded"), run.out());
    return ids;
  }

  @Test
  void everyRuleHasAPage() {
    for (String rule : ruleIds()) {
      CommandRun run = CommandRun.of(Repository.root(), List.of("rules", rule));
      assertEquals(0, run.status(), run.err());
      assertTrue(run.out().lines().count() >= 4, "the page of " + rule + " is too short");
    }
  }

  @Test
  void everyRuleHasABadAndAGoodSample() {
    for (String rule : ruleIds()) {
      List<Sample> samples =
          Program.all().stream()
              .filter(program -> program.name().startsWith(rule + "/"))
              .flatMap(program -> program.samples().stream())
              .toList();
      Set<String> bad =
          samples.stream()
              .flatMap(sample -> sample.markers().stream())
              .filter(Marker.OfFinding.class::isInstance)
              .map(Marker.OfFinding.class::cast)
              .filter(of -> of.promise() == Marker.Promise.WANT)
              .map(Marker.OfFinding::rule)
              .collect(Collectors.toSet());
      assertTrue(bad.contains(rule), "no bad sample of " + rule);
      assertTrue(
          samples.stream()
              .flatMap(sample -> sample.functions().values().stream())
              .anyMatch(function -> function.endsWith("_ok")),
          "no good sample of " + rule);
    }
  }
}
