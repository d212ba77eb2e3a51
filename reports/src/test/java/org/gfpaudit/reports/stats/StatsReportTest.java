package org.gfpaudit.reports.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.reports.format.Golden;
import org.gfpaudit.reports.format.Samples;
import org.gfpaudit.reports.format.Style;
import org.junit.jupiter.api.Test;

class StatsReportTest {
  private final StatsReport report = new StatsReport(Style.PLAIN);

  @Test
  void costsOfAnAudit() {
    var result = Samples.result();
    var stats =
        new Stats(
            result.kernelVersion(),
            result.costs(),
            Optional.of(new Stats.ProcessCost(1_700_000_000L, 3_150_000_000L, 640_000_000L)),
            Optional.empty(),
            result.problems());
    Golden.assertMatches("stats", Samples.render(out -> report.write(stats, out)));
  }

  @Test
  void coverage() {
    var coverage =
        new Stats.Coverage(
            40117,
            40089,
            List.of(
                new Stats.Cause("macro \033 opens a block", 20, "fs/a.c:12"),
                new Stats.Cause("K&R definition", 8, "mm/b.c:1")));
    var stats =
        new Stats(
            "7.2",
            Samples.result().costs(),
            Optional.of(new Stats.ProcessCost(0, 0, 0)),
            Optional.of(coverage),
            List.of());
    Golden.assertMatches("stats-coverage", Samples.render(out -> report.write(stats, out)));
  }

  @Test
  void coverageOfNoFunctionsDividesByNothing() {
    var stats =
        new Stats(
            "",
            List.of(),
            Optional.empty(),
            Optional.of(new Stats.Coverage(0, 0, List.of())),
            List.of());
    assertEquals(
        "STAGE  SECONDS  CPU\nall      0.000\n\n0 functions, 0 parsed clean\n",
        Samples.render(out -> report.write(stats, out)));
  }
}
