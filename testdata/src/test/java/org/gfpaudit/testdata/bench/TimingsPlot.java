package org.gfpaudit.testdata.bench;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A comparison as bars. As a program it turns {@code comparison.csv} of the directory it is given
 * into {@code comparison.md} and {@code comparison.svg} beside it, held against the targets of the
 * file that is named second; {@code reports/bench/compare} runs it.
 */
public final class TimingsPlot {
  private static final List<String> PROGRAMS = List.of("gfpaudit", "rg", "spatch", "index");
  private static final List<String> LEGEND =
      List.of("gfpaudit", "ripgrep", "Coccinelle", "Coccinelle's index, built once");

  /** Times are measured in hundredths. */
  private static final double LEAST_SECONDS = 0.01;

  private TimingsPlot() {}

  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]);
    Timings timings = Timings.read(Files.readString(directory.resolve("comparison.csv")));
    Targets targets =
        args.length > 1 ? Targets.read(Files.readString(Path.of(args[1]))) : Targets.NONE;
    Files.writeString(directory.resolve("comparison.md"), TimingsTable.of(timings, targets));
    Files.writeString(directory.resolve("comparison.svg"), of(timings));
  }

  static String of(Timings timings) throws IOException {
    List<BarChart.Group> groups = new ArrayList<>();
    for (String group : timings.groups()) {
      groups.add(
          new BarChart.Group(
              group, timings.runsOf(group).stream().map(run -> bar(run, timings)).toList()));
    }
    StringWriter out = new StringWriter();
    new BarChart(
            "Seconds on " + timings.head().getOrDefault("tree", "a tree"),
            List.of(
                "Median of interleaved rounds, and how many times rg's median that is;"
                    + " the thin line goes from the least to the most.",
                timings.head().getOrDefault("machine", "")),
            LEGEND,
            "seconds, logarithmic: each mark is ten times the one before",
            groups)
        .write(out);
    return out.toString();
  }

  private static BarChart.Bar bar(Timings.Run run, Timings timings) {
    var ratio = timings.ratio(run);
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
