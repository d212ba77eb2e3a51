package org.gfpaudit.testdata.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gfpaudit.rules.finding.AuditRow;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What an audit costs grows with the slice. Bytes are compared, not times, and only their ratio.
 */
@Tag("integration")
class ScaleTest {

  /**
   * What every audit allocates, whatever its size, falls out of the differences. In a process of
   * its own: only the serial collector tells to the byte what was allocated.
   */
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"LADDER", "GROUPS", "SITES", "FINDINGS"})
  void oneMoreFunctionCostsTheSameInALargerTree(Shape shape) throws IOException {
    // More than 2,000 jumps are not followed.
    int[] counts =
        shape == Shape.LABELS ? new int[] {120, 480, 1_900} : new int[] {1_000, 4_000, 16_000};
    List<Long> bytes = allocatedBytes(shape, counts);

    double small = (double) (bytes.get(1) - bytes.get(0)) / (counts[1] - counts[0]);
    double large = (double) (bytes.get(2) - bytes.get(1)) / (counts[2] - counts[1]);

    assertTrue(large < 2 * small, () -> small + " bytes for a function, then " + large);
  }

  private static List<Long> allocatedBytes(Shape shape, int... counts) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx2g"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(ScaleBenchmark.class.getName(), shape.name()));
    IntStream.of(counts).mapToObj(Integer::toString).forEach(command::add);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String table;
    try {
      table = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      process.destroyForcibly();
    }
    List<Long> bytes = new ArrayList<>();
    for (String line : table.split("\n", -1)) {
      String[] words = line.split(" +", -1);
      if (words[0].equals(shape.name())) {
        bytes.add(Long.parseLong(words[1]) * Long.parseLong(words[words.length - 1]));
      }
    }
    assertEquals(counts.length, bytes.size(), table);
    return bytes;
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
