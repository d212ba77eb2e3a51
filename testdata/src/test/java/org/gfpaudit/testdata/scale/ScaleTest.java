package org.gfpaudit.testdata.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.gfpaudit.rules.finding.AuditRow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What an audit costs grows with the slice. Bytes are compared, not times, and only their ratio.
 */
class ScaleTest {

  @BeforeAll
  static void loadClasses() throws IOException {
    bytes(Shape.GROUPS, 1_000);
  }

  /** What every audit allocates, whatever its size, falls out of the differences. */
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"LADDER", "GROUPS", "SITES"})
  void oneMoreFunctionCostsTheSameInALargerTree(Shape shape) throws IOException {
    long first = bytes(shape, 1_000);
    long second = bytes(shape, 4_000);
    long third = bytes(shape, 16_000);

    double small = (second - first) / 3_000.0;
    double large = (third - second) / 12_000.0;

    assertTrue(large < 2 * small, () -> small + " bytes for a function, then " + large);
  }

  private static long bytes(Shape shape, int functionCount) throws IOException {
    return AuditCost.of(ScaledTree.of(shape, functionCount)).allocatedBytes();
  }

  @Test
  void theConstantAtTheTopOfAChainIsTheOriginAtItsEnd() throws IOException {
    AuditCost cost = AuditCost.of(ScaledTree.of(Shape.CHAIN, 3_000));

    AuditRow site = cost.result().rows().get(0);
    assertEquals("f0", site.place().function());
    assertEquals(List.of("f2999"), site.origins().stream().map(place -> place.function()).toList());
    assertEquals(3_000, cost.result().rows().size());
    assertEquals(List.of(), cost.result().problems());
  }

  @Test
  void ofTooManyOriginsTheFirstAreListed() throws IOException {
    AuditCost cost = AuditCost.of(ScaledTree.of(Shape.FAN_IN, 2_000));

    AuditRow site = cost.result().rows().get(0);
    assertEquals(1_000, site.origins().size());
    assertTrue(site.note().endsWith("of its origins the first 1000 are listed"), site::note);
  }
}
