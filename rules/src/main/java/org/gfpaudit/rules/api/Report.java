package org.gfpaudit.rules.api;

import org.gfpaudit.rules.finding.Level;

/**
 * What a rule says of a subject.
 *
 * @param message states the flow, without a period: which mask reaches which sink
 * @param isRanked whether the mappings that can reach the subject may replace the level
 */
public record Report(Level level, String message, boolean isRanked) {

  /** A report whose level the mappings may replace. */
  public Report(Level level, String message) {
    this(level, message, /* isRanked= */ true);
  }
}
