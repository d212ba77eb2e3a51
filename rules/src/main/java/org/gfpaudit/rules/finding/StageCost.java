package org.gfpaudit.rules.finding;

import java.util.Map;

/**
 * What one stage of the pipeline cost.
 *
 * @param cpuNanos the time all processors spent meanwhile, in the steps of the system's clock; 0
 *     where it is not known
 * @param counts what the stage handled, by name, in display order: {@code files}, {@code bytes},
 *     {@code functions}
 */
public record StageCost(String stage, long elapsedNanos, long cpuNanos, Map<String, Long> counts) {

  /** A cost of which only the time on the clock is known. */
  public StageCost(String stage, long elapsedNanos, Map<String, Long> counts) {
    this(stage, elapsedNanos, 0, counts);
  }
}
