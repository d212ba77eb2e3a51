package org.gfpaudit.testdata.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What runs may cost at most.
 *
 * @param all in the order in which they are shown
 */
record Targets(List<Target> all) {
  /** No targets. */
  static final Targets NONE = new Targets(List.of());

  private static final String HEADER =
      """

      ## Held against the targets

      | run | figure | at most | measured | |
      |---|---|--:|--:|---|
      """;

  /** A figure of a run. */
  enum Figure {
    TIMES_RG("times rg"),
    CPU_SECONDS("CPU s"),
    PEAK_MEGABYTES("peak MB");

    private final String words;

    Figure(String words) {
      this.words = words;
    }

    OptionalDouble of(Timings.Run run, Timings timings) {
      return switch (this) {
        case TIMES_RG -> timings.ratio(run);
        case CPU_SECONDS -> OptionalDouble.of(run.median(Timings.Measurement::cpuSeconds));
        case PEAK_MEGABYTES -> OptionalDouble.of(run.medianPeakMegabytes());
      };
    }
  }

  /** At most so much of one figure of the run of that name. */
  record Target(String run, Figure figure, double most) {}

  /**
   * Reads the table: a run, its figure, and the most of it, between tabs.
   *
   * @throws IOException where it is no such table
   */
  static Targets read(String text) throws IOException {
    List<Target> targets = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      if (cells.length != 3) {
        throw new IOException("no target: " + line);
      }
      try {
        targets.add(new Target(cells[0], figure(cells[1]), Double.parseDouble(cells[2])));
      } catch (NumberFormatException e) {
        throw new IOException("no number: " + line, e);
      }
    }
    return new Targets(List.copyOf(targets));
  }

  private static Figure figure(String words) throws IOException {
    for (Figure figure : Figure.values()) {
      if (figure.words.equals(words)) {
        return figure;
      }
    }
    throw new IOException("no figure: " + words);
  }

  /** The section that holds what was measured against the targets; empty without targets. */
  String section(Timings timings) {
    if (all.isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder(HEADER);
    for (Target target : all) {
      OptionalDouble measured = measured(target, timings);
      out.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s | %s | %s |\n",
              target.run(),
              target.figure().words,
              number(target.most()),
              measured.isEmpty() ? "" : number(measured.getAsDouble()),
              measured.isEmpty()
                  ? "not measured"
                  : measured.getAsDouble() <= target.most() ? "met" : "missed"));
    }
    return out.toString();
  }

  private static OptionalDouble measured(Target target, Timings timings) {
    Optional<Timings.Run> run =
        timings.runs().stream().filter(each -> each.name().equals(target.run())).findFirst();
    return run.isEmpty() ? OptionalDouble.empty() : target.figure().of(run.get(), timings);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
  }
}
