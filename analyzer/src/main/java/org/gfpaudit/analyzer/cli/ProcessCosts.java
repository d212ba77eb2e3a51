package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.reports.stats.Stats;

/** What this process took so far, as the system counts it; 0 for what the system does not say. */
final class ProcessCosts {
  private static final Path SELF = Path.of("/proc/self");
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s*(\\d+) kB");

  /** The field of /proc/PID/stat that says when the process began, counted behind its name. */
  private static final int BEGIN = 19;

  /** The unit of that field, in every Linux there is: a hundredth of a second. */
  private static final long NANOS_PER_TICK = 10_000_000L;

  private static final double NANOS_PER_SECOND = 1e9;
  private static final long BYTES_PER_KILOBYTE = 1024;

  private ProcessCosts() {}

  static Stats.ProcessCost now() {
    long cpu = ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    return new Stats.ProcessCost(ageNanos(), cpu, peakBytes());
  }

  /**
   * How long ago the process was started. The Java library can say when that was, but knows the
   * time the machine was started only to a second.
   */
  static long ageNanos() {
    String stat = read(SELF.resolve("stat"));
    String[] uptime = read(Path.of("/proc/uptime")).split(" ", -1);
    String[] fields = stat.substring(stat.lastIndexOf(')') + 1).trim().split(" ", -1);
    if (fields.length <= BEGIN || uptime.length < 2) {
      return 0;
    }
    try {
      double now = Double.parseDouble(uptime[0]) * NANOS_PER_SECOND;
      return Math.max(0, Math.round(now) - Long.parseLong(fields[BEGIN]) * NANOS_PER_TICK);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static long peakBytes() {
    Matcher peak = PEAK.matcher(read(SELF.resolve("status")));
    return peak.find() ? Long.parseLong(peak.group(1)) * BYTES_PER_KILOBYTE : 0;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }
}
