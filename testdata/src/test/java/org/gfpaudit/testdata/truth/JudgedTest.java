package org.gfpaudit.testdata.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Verdict;
import org.gfpaudit.testdata.truth.Campaign.Subject;
import org.gfpaudit.testdata.truth.Difference.Kind;
import org.junit.jupiter.api.Test;

/** The comparison notices every way in which an oracle can be wrong, and nothing else. */
class JudgedTest {
  private static final Set<Feature> FEATURES =
      EnumSet.complementOf(EnumSet.of(Feature.FIELDS, Feature.OTHER_MAPPINGS));
  private static final List<Subject> SUBJECTS = Campaign.programs(3, 170, FEATURES);

  /** The kinds of differences where an oracle says what {@code says} makes of the truth. */
  private static Map<Kind, Integer> differences(
      BiFunction<Statement, Set<Verdict>, List<Verdict>> says) {
    IdentityHashMap<Statement, RowTruth> truth = new IdentityHashMap<>();
    SUBJECTS.forEach(subject -> truth.putAll(subject.truth().rows()));
    Oracle oracle =
        programs -> {
          List<AuditRow> rows = new ArrayList<>();
          for (Printed program : programs) {
            program
                .lines()
                .forEach(
                    (statement, line) -> {
                      RowTruth row = truth.get(statement);
                      if (row != null) {
                        for (Verdict verdict : says.apply(statement, row.right())) {
                          rows.add(Rows.row(statement, line, verdict));
                        }
                      }
                    });
          }
          return rows;
        };
    Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
    Campaign.judge(SUBJECTS, oracle)
        .forEach(
            judged ->
                judged
                    .differences()
                    .forEach(difference -> kinds.merge(difference.kind(), 1, Integer::sum)));
    return kinds;
  }

  @Test
  void thePrograms() {
    assertTrue(SUBJECTS.size() > 80, "enough programs have a meaning: " + SUBJECTS.size());
  }

  @Test
  void theTruthIsNoDifference() {
    assertEquals(Map.of(), differences((statement, right) -> List.of(right.iterator().next())));
  }

  @Test
  void whoCallsEverythingDerivedMissesWhatIsBad() {
    Map<Kind, Integer> kinds = differences((statement, right) -> List.of(Verdict.DERIVED));
    assertTrue(kinds.getOrDefault(Kind.MISS, 0) > 40, kinds.toString());
    assertEquals(Set.of(Kind.MISS), kinds.keySet());
  }

  @Test
  void whoCallsEverythingScopedMissesWhatIsBad() {
    Map<Kind, Integer> kinds = differences((statement, right) -> List.of(Verdict.SCOPED));
    assertTrue(kinds.getOrDefault(Kind.MISS, 0) > 40, kinds.toString());
  }

  @Test
  void whoTakesFsAwayMisses() {
    Map<Kind, Integer> kinds =
        differences(
            (statement, right) ->
                List.of(
                    right.contains(Verdict.HARDCODED)
                        ? Verdict.HARDCODED_NOFS
                        : right.iterator().next()));
    assertTrue(kinds.getOrDefault(Kind.MISS, 0) > 10, kinds.toString());
  }

  @Test
  void whoCallsEverythingHardcodedRaisesAlarms() {
    Map<Kind, Integer> kinds = differences((statement, right) -> List.of(Verdict.HARDCODED));
    assertTrue(kinds.getOrDefault(Kind.FALSE, 0) > 40, kinds.toString());
    assertEquals(0, kinds.getOrDefault(Kind.MISS, 0));
  }

  @Test
  void whoLosesSitesOrOriginsMisses() {
    Map<Kind, Integer> sites =
        differences(
            (statement, right) ->
                statement instanceof Statement.Sink ? List.of() : List.of(right.iterator().next()));
    assertEquals(SUBJECTS.size(), sites.getOrDefault(Kind.MISS, 0));
    Map<Kind, Integer> origins =
        differences(
            (statement, right) ->
                statement instanceof Statement.Sink ? List.of(right.iterator().next()) : List.of());
    assertTrue(origins.getOrDefault(Kind.MISS, 0) > 5, origins.toString());
  }

  @Test
  void whoKnowsNothingIsHonest() {
    Map<Kind, Integer> kinds = differences((statement, right) -> List.of(Verdict.UNKNOWN));
    assertEquals(Set.of(Kind.UNKNOWN), kinds.keySet());
  }
}
