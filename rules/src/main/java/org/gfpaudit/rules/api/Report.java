package org.gfpaudit.rules.api;

import java.util.Optional;
import org.gfpaudit.rules.finding.Level;

/**
 * What a rule says of a subject.
 *
 * @param message states the flow, without a period: which mask reaches which sink
 * @param level in place of the rule's own; empty to leave that
 * @param isRanked whether the mappings that can reach the subject may replace the level
 */
public record Report(String message, Optional<Level> level, boolean isRanked) {

  /** A report with the level of its rule, which the mappings may replace. */
  public static Report of(String message) {
    return new Report(message, Optional.empty(), /* isRanked= */ true);
  }

  /** This report with a level that is not its rule's. */
  public Report at(Level other) {
    return new Report(message, Optional.of(other), isRanked);
  }

  /** This report with a level that no mapping replaces. */
  public Report unranked() {
    return new Report(message, level, /* isRanked= */ false);
  }
}
