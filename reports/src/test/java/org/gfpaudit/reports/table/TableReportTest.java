package org.gfpaudit.reports.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gfpaudit.reports.format.Golden;
import org.gfpaudit.reports.format.Samples;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.rules.finding.AuditResult;
import org.junit.jupiter.api.Test;

class TableReportTest {
  @Test
  void rows() {
    Golden.assertMatches("table", Samples.report(new TableReport(Style.PLAIN)));
  }

  @Test
  void coloursDoNotMoveColumns() {
    String colored = Samples.report(new TableReport(Style.COLORED));
    assertEquals(
        Samples.report(new TableReport(Style.PLAIN)), colored.replaceAll("\033\\[[0-9;]*m", ""));
  }

  @Test
  void noRows() {
    var empty = new AuditResult("6.1", List.of(), List.of(), List.of(), List.of());
    assertEquals(
        "no sites\nno origins\n",
        Samples.render(out -> new TableReport(Style.PLAIN).write(empty, out)));
  }
}
