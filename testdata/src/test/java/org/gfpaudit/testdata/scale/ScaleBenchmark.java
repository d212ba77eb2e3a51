package org.gfpaudit.testdata.scale;

import java.io.IOException;
import java.util.Locale;

/**
 * Prints what an audit costs for each function of trees that only differ in their size. Run by
 * hand, with a heap of 8 GB for a million functions:
 *
 * <pre>
 * java -Xmx8g -cp ... org.gfpaudit.testdata.scale.ScaleBenchmark CHAIN 1000 10000 100000
 * </pre>
 */
public final class ScaleBenchmark {
  private ScaleBenchmark() {}

  public static void main(String[] args) throws IOException {
    Shape shape = Shape.valueOf(args[0]);
    AuditCost.of(ScaledTree.of(shape, 2_000)); // So that the first row is not that of a cold JVM.
    System.out.println(
        "shape       functions  rows     findings  scan s  rest s  us/fn   bytes/fn");
    for (int i = 1; i < args.length; i++) {
      int count = Integer.parseInt(args[i]);
      AuditCost cost = AuditCost.of(ScaledTree.of(shape, count));
      System.out.printf(
          Locale.ROOT,
          "%-10s %10d %8d %8d %8.2f %7.2f %7.0f %9d%n",
          shape,
          count,
          cost.result().rows().size(),
          cost.result().findings().size(),
          cost.scanSeconds(),
          cost.otherSeconds(),
          cost.otherSeconds() * 1e6 / count,
          cost.allocatedBytes() / count);
    }
  }
}
