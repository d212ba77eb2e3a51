package org.gfpaudit.reports.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Place;
import org.junit.jupiter.api.Test;

class LevelTallyTest {
  private static Finding finding(String file, Level level) {
    Finding any = Samples.result().findings().get(1);
    Flagged flagged =
        new Flagged(new Place(file, 1, 1, "f"), "sink", "", "", PresenceCondition.TRUE);
    return new Finding(
        any.name(), any.complaint().withLevel(level, ""), flagged, Optional.empty(), any.grounds());
  }

  /** Tallies in words; the subsystem of a file is its name. */
  private static List<String> tallies(Finding... findings) {
    return LevelTally.of(List.of(findings), file -> file).stream()
        .map(
            tally ->
                Arrays.stream(Level.values())
                    .map(level -> String.valueOf(tally.count(level)))
                    .collect(Collectors.joining(" ", tally.subsystem() + " ", "")))
        .toList();
  }

  @Test
  void oneErrorComesBeforeManyWarningsAndTheseBeforeNotes() {
    assertEquals(
        List.of("d 1 0 0", "b 0 2 0", "c 0 1 1", "a 0 0 3", "e 0 0 3"),
        tallies(
            finding("a", Level.NOTE),
            finding("e", Level.NOTE),
            finding("b", Level.WARNING),
            finding("e", Level.NOTE),
            finding("c", Level.NOTE),
            finding("a", Level.NOTE),
            finding("b", Level.WARNING),
            finding("c", Level.WARNING),
            finding("e", Level.NOTE),
            finding("d", Level.ERROR),
            finding("a", Level.NOTE)));
  }

  @Test
  void nothingHasNoTallies() {
    assertEquals(List.of(), tallies());
  }
}
