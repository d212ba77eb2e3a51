package org.gfpaudit.testdata.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gfpaudit.reports.plot.Scale;
import org.junit.jupiter.api.Test;

class LogarithmicScaleTest {
  @Test
  void aFactorIsALength() {
    Scale scale = LogarithmicScale.of(0.3, 100, 0, 300);
    assertEquals(List.of(0.1, 1.0, 10.0, 100.0), scale.marks());
    assertEquals(0, scale.position(0.1), 1e-9);
    assertEquals(100, scale.position(1), 1e-9);
    assertEquals(300, scale.position(100), 1e-9);
    assertEquals(0, scale.position(0), 1e-9);
  }

  @Test
  void valuesOfOneDecadeHaveAnAxisOfOne() {
    assertEquals(List.of(1.0, 10.0), LogarithmicScale.of(2, 3, 0, 100).marks());
    assertEquals(List.of(1.0, 10.0), LogarithmicScale.of(1, 1, 0, 100).marks());
  }
}
