package org.gfpaudit.analyzer.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.gfpaudit.reports.stats.Stats;
import org.junit.jupiter.api.Test;

class ProcessCostsTest {
  @Test
  void theSystemCountsTimeAndMemory() {
    assumeTrue(Files.exists(Path.of("/proc/self/status")) && Files.exists(Path.of("/proc/uptime")));
    long machineMillis = ManagementFactory.getRuntimeMXBean().getUptime();
    Stats.ProcessCost process = ProcessCosts.now();
    long age = Duration.ofNanos(process.elapsedNanos()).toMillis();
    // The process is older than the Java machine in it, and both are counted in steps.
    assertTrue(age > machineMillis - 100, age + " ms, the Java machine " + machineMillis);
    assertTrue(age < machineMillis + 60_000, age + " ms, the Java machine " + machineMillis);
    assertTrue(process.cpuNanos() > 0, process.toString());
    assertTrue(process.peakBytes() > 1_000_000, process.toString());
  }
}
