package org.gfpaudit.reports.stats;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.rules.finding.StageCost;

/** What the reports of this package show. */
public record Stats(
    String kernelVersion,
    List<StageCost> costs,
    Optional<ProcessCost> process,
    Optional<Coverage> coverage,
    List<Problem> problems) {

  /**
   * What the whole process took up to the report. It is more than the sum of the stages, because
   * the JVM works beside them.
   *
   * @param elapsedNanos since it was started; 0 where it is not known, as the others
   * @param cpuNanos of all its threads, those of the JVM included
   * @param peakBytes the most memory that was resident
   */
  public record ProcessCost(long elapsedNanos, long cpuNanos, long peakBytes) {}

  /**
   * How much of a tree the grammar reads.
   *
   * @param functions function definitions seen
   * @param clean those parsed without a diagnostic
   * @param causes what stopped the others, most frequent first
   */
  public record Coverage(long functions, long clean, List<Cause> causes) {}

  /**
   * A reason for functions not to parse.
   *
   * @param example {@code file:line}
   */
  public record Cause(String text, long count, String example) {}
}
