package org.gfpaudit.testdata.bench;

import java.util.Locale;

/** A comparison as a page of Markdown: the head, and one table for each group. */
final class TimingsTable {
  private static final String HEADER =
      """
      | run | rounds | min s | median s | CPU s | peak MB | times rg | found |
      |---|--:|--:|--:|--:|--:|--:|---|
      """;

  private TimingsTable() {}

  static String of(Timings timings, Targets targets) {
    StringBuilder out = new StringBuilder("# What runs cost, measured side by side\n\n");
    timings.head().forEach((key, value) -> out.append("- " + key + ": " + value + "\n"));
    out.append(
        """

        Each round runs all programs one after another, so that a busy machine slows them alike; the key figure is how many
        times as long as rg's median of the same rounds a run takes. CPU is user and system time of all processes of a run,
        median; peak is the resident memory of the largest process. Made by `reports/bench/compare`.

        ![The same as bars](comparison.svg)
        """);
    out.append(targets.section(timings));
    for (String group : timings.groups()) {
      out.append("\n## " + group + "\n\n" + HEADER);
      for (Timings.Run run : timings.runsOf(group)) {
        out.append(line(run, timings));
      }
    }
    return out.toString();
  }

  private static String line(Timings.Run run, Timings timings) {
    var ratio = timings.ratio(run);
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.2f | %.2f | %.2f | %.0f | %s | %s |\n",
        cell(run.name()),
        run.measurements().size(),
        run.leastSeconds(),
        run.medianSeconds(),
        run.median(Timings.Measurement::cpuSeconds),
        run.medianPeakMegabytes(),
        ratio.isEmpty() ? "" : String.format(Locale.ROOT, "%.2f", ratio.getAsDouble()),
        cell(run.found()));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
