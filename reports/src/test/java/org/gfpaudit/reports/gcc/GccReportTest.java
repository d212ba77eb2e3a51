package org.gfpaudit.reports.gcc;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.UnaryOperator;
import org.gfpaudit.reports.format.Golden;
import org.gfpaudit.reports.format.Samples;
import org.junit.jupiter.api.Test;

class GccReportTest {
  @Test
  void findings() {
    Golden.assertMatches(
        "gcc", Samples.findings(new GccReport(UnaryOperator.identity(), /* hasNotes= */ true)));
  }

  @Test
  void everyLineHasTheFormThatEditorsParse() {
    Samples.findings(new GccReport(UnaryOperator.identity(), /* hasNotes= */ true))
        .lines()
        .forEach(
            line ->
                assertTrue(
                    line.matches("[^\\p{Cntrl}]+:\\d+:\\d+: (error|warning|note): .+"), line));
  }
}
