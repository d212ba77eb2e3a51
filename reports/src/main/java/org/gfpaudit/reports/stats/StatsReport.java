package org.gfpaudit.reports.stats;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gfpaudit.reports.format.Grid;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.finding.StageCost;
import org.gfpaudit.rules.finding.UnreadFiles;

/** One line per stage, a total, and the coverage below. */
public final class StatsReport {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final long[] UNITS = {1_000_000_000L, 1_000_000L, 1_000L};
  private static final String[] UNIT_NAMES = {"GB", "MB", "kB"};

  /** What is also shown per second. */
  private static final List<String> RATED = List.of("bytes", "functions");

  private final Style style;

  public StatsReport(Style style) {
    this.style = style;
  }

  /** Writes {@code stats} to {@code out}, which is neither flushed nor closed. */
  public void write(Stats stats, Writer out) throws IOException {
    if (!stats.kernelVersion().isEmpty()) {
      out.write("linux " + VisibleText.of(stats.kernelVersion()) + "\n\n");
    }
    writeCosts(stats.costs(), out);
    if (stats.process().isPresent()) {
      writeProcess(stats.process().get(), out);
    }
    UnreadFiles unread = UnreadFiles.of(stats.problems());
    if (unread.total() > 0) {
      out.write("\nFiles " + VisibleText.of(unread.phrase()) + "\n");
    }
    if (stats.coverage().isPresent()) {
      out.write('\n');
      writeCoverage(stats.coverage().get(), out);
    }
  }

  private void writeCosts(List<StageCost> costs, Writer out) throws IOException {
    Set<String> names = new LinkedHashSet<>();
    costs.forEach(cost -> names.addAll(cost.counts().keySet()));
    List<String> rated = RATED.stream().filter(names::contains).toList();
    int columnCount = 3 + names.size() + rated.size();
    List<Grid.Align> columns = new ArrayList<>(Collections.nCopies(columnCount, Grid.Align.RIGHT));
    columns.set(0, Grid.Align.LEFT);
    Grid grid = new Grid(columns);
    List<String> header = new ArrayList<>(List.of("STAGE", "SECONDS", "CPU"));
    names.forEach(name -> header.add(heading(name)));
    rated.forEach(name -> header.add(heading(name) + "/S"));
    grid.add(header);
    long total = 0;
    long totalCpu = 0;
    for (StageCost cost : costs) {
      List<String> cells = new ArrayList<>();
      cells.add(VisibleText.of(cost.stage()));
      cells.add(seconds(cost.elapsedNanos()));
      cells.add(cpu(cost.cpuNanos()));
      for (String name : names) {
        Long count = cost.counts().get(name);
        cells.add(count == null ? "" : count(name, count));
      }
      for (String name : rated) {
        cells.add(rate(name, cost));
      }
      grid.add(cells);
      total += cost.elapsedNanos();
      totalCpu += cost.cpuNanos();
    }
    List<String> sum = new ArrayList<>(Collections.nCopies(columns.size(), ""));
    sum.set(0, "all");
    sum.set(1, seconds(total));
    sum.set(2, cpu(totalCpu));
    grid.add(sum);
    grid.write(out, (line, column, padded) -> line == 0 ? style.bold(padded) : padded);
  }

  private static void writeProcess(Stats.ProcessCost process, Writer out) throws IOException {
    List<String> parts = new ArrayList<>();
    if (process.elapsedNanos() > 0) {
      parts.add(seconds(process.elapsedNanos()) + " s since it was started");
    }
    if (process.cpuNanos() > 0) {
      parts.add(cpu(process.cpuNanos()) + " s of CPU");
    }
    if (process.peakBytes() > 0) {
      parts.add(count("bytes", process.peakBytes()) + " resident at most");
    }
    if (!parts.isEmpty()) {
      out.write("\nThe process: " + String.join(", ", parts) + "\n");
    }
  }

  private void writeCoverage(Stats.Coverage coverage, Writer out) throws IOException {
    long functions = coverage.functions();
    String share =
        functions == 0
            ? ""
            : String.format(Locale.ROOT, " (%.3f %%)", 100.0 * coverage.clean() / functions);
    out.write(
        style.bold(functions + " functions, " + coverage.clean() + " parsed clean" + share) + "\n");
    if (coverage.causes().isEmpty()) {
      return;
    }
    Grid grid = new Grid(List.of(Grid.Align.RIGHT, Grid.Align.LEFT, Grid.Align.LEFT));
    grid.add(List.of("COUNT", "CAUSE", "FOR EXAMPLE"));
    for (Stats.Cause cause : coverage.causes()) {
      grid.add(
          List.of(
              String.valueOf(cause.count()),
              VisibleText.of(cause.text()),
              VisibleText.of(cause.example())));
    }
    grid.write(out, (line, column, padded) -> line == 0 ? style.bold(padded) : padded);
  }

  /** Handled in a second, empty where nothing was or no time passed. */
  private static String rate(String name, StageCost cost) {
    long handled = cost.counts().getOrDefault(name, 0L);
    if (handled <= 0 || cost.elapsedNanos() <= 0) {
      return "";
    }
    return count(name, Math.round(handled * NANOS_PER_SECOND / cost.elapsedNanos()));
  }

  /** In hundredths: systems count no finer. Empty for what is not known. */
  private static String cpu(long nanos) {
    return nanos == 0 ? "" : String.format(Locale.ROOT, "%.2f", nanos / NANOS_PER_SECOND);
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.3f", nanos / NANOS_PER_SECOND);
  }

  /** {@code peakBytes} reads {@code PEAK MEMORY}: the unit is in the cells. */
  private static String heading(String name) {
    String words = VisibleText.of(name).replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    return words.toUpperCase(Locale.ROOT).replace("PEAK BYTES", "PEAK MEMORY");
  }

  private static String count(String name, long count) {
    boolean isBytes = name.toLowerCase(Locale.ROOT).matches(".*(bytes|memory)$");
    if (isBytes) {
      for (int i = 0; i < UNITS.length; i++) {
        if (count >= UNITS[i]) {
          return String.format(Locale.ROOT, "%.1f %s", (double) count / UNITS[i], UNIT_NAMES[i]);
        }
      }
      return count + " B";
    }
    return String.valueOf(count);
  }
}
