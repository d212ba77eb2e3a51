package org.gfpaudit.testdata.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * What {@code reports/bench/compare} measured.
 *
 * @param head what was measured where, in the order of the file: {@code tree}, {@code machine}
 * @param runs in the order in which they first ran
 */
record Timings(Map<String, String> head, List<Run> runs) {
  /** What the others are held against. */
  static final String YARDSTICK = "rg";

  private static final double BYTES_IN_KILOBYTE = 1024;
  private static final double BYTES_IN_MEGABYTE = 1e6;

  /**
   * One program with its arguments.
   *
   * @param group what all runs of one name do
   * @param name what a person calls it
   * @param program {@code gfpaudit}, {@code rg}, {@code spatch}, {@code index}
   * @param measurements at least one
   */
  record Run(String group, String name, String program, List<Measurement> measurements) {
    double median(ToDoubleFunction<Measurement> of) {
      double[] sorted = measurements.stream().mapToDouble(of).sorted().toArray();
      int half = sorted.length / 2;
      return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    double medianSeconds() {
      return median(Measurement::seconds);
    }

    double leastSeconds() {
      return measurements.stream().mapToDouble(Measurement::seconds).min().orElseThrow();
    }

    double mostSeconds() {
      return measurements.stream().mapToDouble(Measurement::seconds).max().orElseThrow();
    }

    double medianPeakMegabytes() {
      return median(Measurement::peakKilobytes) * BYTES_IN_KILOBYTE / BYTES_IN_MEGABYTE;
    }

    /** What it found, in every round; {@code 3 / 4} where rounds differ. */
    String found() {
      return String.join(
          " / ", measurements.stream().map(Measurement::found).distinct().sorted().toList());
    }
  }

  /**
   * One run of it.
   *
   * @param cpuSeconds of all its processes, user and system
   * @param peakKilobytes of the largest of its processes
   * @param found what it found or read, in words
   */
  record Measurement(double seconds, double cpuSeconds, double peakKilobytes, String found) {}

  /**
   * Reads the table: lines {@code # key: value}, then CSV with a header.
   *
   * @throws IOException where it is no such table
   */
  static Timings read(String text) throws IOException {
    Map<String, String> head = new LinkedHashMap<>();
    StringBuilder table = new StringBuilder();
    for (String line : text.lines().toList()) {
      if (line.startsWith("# ")) {
        String[] pair = line.substring(2).split(": ", 2);
        head.put(pair[0], pair.length > 1 ? pair[1] : "");
      } else {
        table.append(line).append('\n');
      }
    }
    Map<String, Run> runs = new LinkedHashMap<>();
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(table.toString())) {
      for (NamedCsvRecord row : reader) {
        String group = row.getField("group");
        String name = row.getField("run");
        runs.computeIfAbsent(
                group + "\n" + name,
                key -> new Run(group, name, row.getField("program"), new ArrayList<>()))
            .measurements()
            .add(
                new Measurement(
                    number(row, "seconds"),
                    number(row, "user") + number(row, "sys"),
                    number(row, "peak_kb"),
                    row.getField("found")));
      }
    }
    if (runs.isEmpty()) {
      throw new IOException("nothing was measured");
    }
    return new Timings(head, List.copyOf(runs.values()));
  }

  private static double number(NamedCsvRecord row, String field) throws IOException {
    try {
      return Double.parseDouble(row.getField(field));
    } catch (NumberFormatException e) {
      throw new IOException("no number: " + field + " of " + row.getField("run"), e);
    }
  }

  /** The groups, in the order of their runs. */
  List<String> groups() {
    return runs.stream().map(Run::group).distinct().toList();
  }

  /** The runs of a group, in their order. */
  List<Run> runsOf(String group) {
    return runs.stream().filter(run -> run.group().equals(group)).toList();
  }

  /** How many times as long as the yardstick's median; empty where that did not run. */
  OptionalDouble ratio(Run run) {
    return runs.stream()
        .filter(other -> other.program().equals(YARDSTICK))
        .min(Comparator.comparing(Run::medianSeconds))
        .map(rg -> OptionalDouble.of(run.medianSeconds() / rg.medianSeconds()))
        .orElse(OptionalDouble.empty());
  }
}
