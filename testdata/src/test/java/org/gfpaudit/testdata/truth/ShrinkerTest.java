package org.gfpaudit.testdata.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Verdict;
import org.gfpaudit.testdata.truth.Difference.Kind;
import org.junit.jupiter.api.Test;

/** What is left of a program is what the oracle is wrong about. */
class ShrinkerTest {
  /** Calls every site derived where there is a switch in the program. */
  private static final Oracle BLIND_BY_SWITCHES =
      programs -> {
        List<AuditRow> rows = new ArrayList<>();
        for (Printed program : programs) {
          boolean isBlind =
              program.files().values().stream().anyMatch(text -> text.contains("switch ("));
          program
              .lines()
              .forEach(
                  (statement, line) -> {
                    if (statement instanceof Statement.Sink) {
                      Verdict verdict = isBlind ? Verdict.DERIVED : Verdict.UNKNOWN;
                      rows.add(Rows.row(statement, line, verdict));
                    }
                  });
        }
        return rows;
      };

  @Test
  void onlyTheSwitchAndTheSinkStay() {
    Map<Judged, Difference> wrong = new LinkedHashMap<>();
    EnumSet<Feature> features = EnumSet.complementOf(EnumSet.of(Feature.FIELDS));
    for (Judged judged : Campaign.judge(Campaign.programs(11, 60, features), BLIND_BY_SWITCHES)) {
      judged.differences().stream()
          .filter(one -> one.kind() == Kind.MISS && one.said().contains(Verdict.DERIVED))
          .findFirst()
          .filter(one -> wrong.size() < 2)
          .ifPresent(one -> wrong.put(judged, one));
    }
    assertEquals(2, wrong.size());
    for (Judged small : new Shrinker(BLIND_BY_SWITCHES).shrink(wrong)) {
      String text = small.sample();
      assertTrue(text.contains("switch (") && text.contains("find_or_create_page("), text);
      assertTrue(text.contains("MISS: said derived"), text);
      assertTrue(statements(small.program()) <= 8, text);
    }
  }

  private static int statements(SmallProgram program) {
    List<Statement> all = new ArrayList<>();
    program.functions().forEach(function -> StatementWalk.over(function.body(), all::add));
    return all.size();
  }
}
