package org.gfpaudit.analyzer.driver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gfpaudit.rules.finding.StageCost;

/** Measures the stages of one run, one after another. */
public final class Stopwatch {
  private final Progress progress;
  private final List<StageCost> costs = new ArrayList<>();
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private String stage = "";
  private long startNanos;
  private long startCpu;

  public Stopwatch(Progress progress) {
    this.progress = progress;
  }

  /** Ends the stage before, if there is one, and begins the next. */
  public void begin(String next) {
    end();
    stage = next;
    startNanos = System.nanoTime();
    startCpu = cpuNanos();
    progress.stage(next);
  }

  /** Notes a number for the current stage. */
  public void count(String name, long value) {
    counts.put(name, value);
  }

  /** Ends the current stage and returns the costs of all. */
  public List<StageCost> end() {
    if (!stage.isEmpty()) {
      costs.add(
          new StageCost(
              stage,
              System.nanoTime() - startNanos,
              cpuNanos() - startCpu,
              new LinkedHashMap<>(counts)));
      counts.clear();
      stage = "";
    }
    return List.copyOf(costs);
  }

  private static long cpuNanos() {
    return ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
  }
}
