package org.gfpaudit.testdata.bench;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gfpaudit.reports.plot.BarChart;

/**
 * A comparison as bars. As a program it turns {@code comparison.csv} of the directory it is given
 * into {@code comparison.md} and {@code comparison.svg} beside it; {@code reports/bench/compare}
 * runs it.
 */
public final class ComparisonPlot {
  private static final List<String> PROGRAMS = List.of("gfpaudit", "rg", "spatch", "index");
  private static final List<String> LEGEND =
      List.of("gfpaudit", "ripgrep", "Coccinelle", "Coccinelle's index, built once");

  /** Times are measured in hundredths. */
  private static final double LEAST_SECONDS = 0.01;

  private ComparisonPlot() {}

  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]);
    Comparison comparison = Comparison.read(Files.readString(directory.resolve("comparison.csv")));
    Files.writeString(directory.resolve("comparison.md"), ComparisonTable.of(comparison));
    Files.writeString(directory.resolve("comparison.svg"), of(comparison));
  }

  static String of(Comparison comparison) throws IOException {
    List<BarChart.Group> groups = new ArrayList<>();
    for (String group : comparison.groups()) {
      groups.add(
          new BarChart.Group(
              group, comparison.runsOf(group).stream().map(run -> bar(run, comparison)).toList()));
    }
    StringWriter out = new StringWriter();
    new BarChart(
            "Seconds on " + comparison.head().getOrDefault("tree", "a tree"),
            List.of(
                "Median of interleaved rounds, and how many times rg's median that is;"
                    + " the thin line goes from the least to the most.",
                comparison.head().getOrDefault("machine", "")),
            LEGEND,
            "seconds, logarithmic: each mark is ten times the one before",
            groups)
        .write(out);
    return out.toString();
  }

  private static BarChart.Bar bar(Comparison.Run run, Comparison comparison) {
    var ratio = comparison.ratio(run);
    String text = String.format(Locale.ROOT, "%.2f s", run.medianSeconds());
    if (ratio.isPresent()) {
      text += String.format(Locale.ROOT, "  (%.1f)", ratio.getAsDouble());
    }
    return new BarChart.Bar(
        run.name(),
        Math.max(0, PROGRAMS.indexOf(run.program())),
        Math.max(LEAST_SECONDS, run.medianSeconds()),
        Math.max(LEAST_SECONDS, run.leastSeconds()),
        Math.max(LEAST_SECONDS, run.mostSeconds()),
        text);
  }
}
