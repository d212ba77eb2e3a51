package org.gfpaudit.testdata.bench;

import java.util.Locale;

/** A comparison as a page of Markdown: the head, and one table for each group. */
final class ComparisonTable {
  private static final double KILOBYTES_IN_MEGABYTE = 1000;

  private static final String HEADER =
      """
      | run | rounds | min s | median s | CPU s | peak MB | times rg | found |
      |---|--:|--:|--:|--:|--:|--:|---|
      """;

  private ComparisonTable() {}

  static String of(Comparison comparison) {
    StringBuilder out = new StringBuilder("# What runs cost, measured side by side\n\n");
    comparison.head().forEach((key, value) -> out.append("- " + key + ": " + value + "\n"));
    out.append(
        """

        Each round runs all programs one after another, so that a busy machine slows them alike; the key figure is how many
        times as long as rg's median of the same rounds a run takes. CPU is user and system time of all processes of a run,
        median; peak is the resident memory of the largest process. Made by `reports/bench/compare`.

        ![The same as bars](comparison.svg)
        """);
    for (String group : comparison.groups()) {
      out.append("\n## " + group + "\n\n" + HEADER);
      for (Comparison.Run run : comparison.runsOf(group)) {
        out.append(line(run, comparison));
      }
    }
    return out.toString();
  }

  private static String line(Comparison.Run run, Comparison comparison) {
    var ratio = comparison.ratio(run);
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.2f | %.2f | %.2f | %.0f | %s | %s |\n",
        cell(run.name()),
        run.measurements().size(),
        run.leastSeconds(),
        run.medianSeconds(),
        run.median(Comparison.Measurement::cpuSeconds),
        run.median(Comparison.Measurement::peakKilobytes) * 1.024 / KILOBYTES_IN_MEGABYTE,
        ratio.isEmpty() ? "" : String.format(Locale.ROOT, "%.2f", ratio.getAsDouble()),
        cell(run.found()));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
