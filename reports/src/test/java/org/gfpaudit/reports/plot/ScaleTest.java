package org.gfpaudit.reports.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {
  @Test
  void equalStepsAreEqualLengths() {
    Scale scale = Scale.linear(42, 10, 110);
    assertEquals(List.of(0.0, 10.0, 20.0, 30.0, 40.0, 50.0), scale.marks());
    assertEquals(10, scale.position(0), 1e-9);
    assertEquals(60, scale.position(25), 1e-9);
  }

  @Test
  void anAxisHasThreeToSixSteps() {
    for (double most : new double[] {0.004, 0.7, 1, 1.3, 2.5, 7, 10, 99, 12345}) {
      int steps = Scale.linear(most, 0, 1).marks().size() - 1;
      assertTrue(steps >= 3 && steps <= 6, most + ": " + steps);
    }
  }
}
