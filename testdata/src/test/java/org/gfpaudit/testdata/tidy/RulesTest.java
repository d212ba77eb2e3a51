package org.gfpaudit.testdata.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.catalog.RuleCatalog;
import org.gfpaudit.testdata.cli.CommandRun;
import org.gfpaudit.testdata.expect.Marker;
import org.gfpaudit.testdata.expect.Sample;
import org.gfpaudit.testdata.harness.Program;
import org.junit.jupiter.api.Test;

/** Every rule has a page, a sample of the bad and a sample of the good. */
class RulesTest {

  @Test
  void everyRuleIsListedAndHasAPage() {
    CommandRun list = CommandRun.of(Repository.root(), List.of("rules"));
    assertEquals(0, list.status(), list.err());
    for (Rule rule : RuleCatalog.all()) {
      assertTrue(list.out().lines().anyMatch(line -> line.startsWith(rule.id() + " ")), rule.id());
      CommandRun page = CommandRun.of(Repository.root(), List.of("rules", rule.id()));
      assertEquals(0, page.status(), page.err());
      assertTrue(page.out().lines().count() >= 4, "the page of " + rule.id() + " is too short");
    }
  }

  @Test
  void everyExampleIsASample() {
    Set<String> samples = Program.all().stream().map(Program::name).collect(Collectors.toSet());
    for (Rule rule : RuleCatalog.all()) {
      for (String example : rule.examples()) {
        assertTrue(samples.contains(rule.id() + "/" + example), rule.id() + "/" + example);
      }
    }
  }

  @Test
  void everyRuleHasABadAndAGoodSample() {
    for (Rule each : RuleCatalog.all()) {
      String rule = each.id();
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
