package org.gfpaudit.rules.api;

import java.util.Optional;
import org.gfpaudit.rules.finding.Level;

/**
 * What a rule says of a subject.
 *
 * @param message states the flow, without a period: which mask reaches which sink
 * @param level in place of the rule's own; empty to leave that
 * @param isRanked whether the mappings that can reach the subject may replace the level
 * @param reason why the level is what it is, where the rule itself knows; else empty
 */
public record Report(String message, Optional<Level> level, boolean isRanked, String reason) {

  /** A report without a reason of the rule's own. */
  public Report(String message, Optional<Level> level, boolean isRanked) {
    this(message, level, isRanked, "");
  }

  /** A report with the level of its rule, which the mappings may replace. */
  public static Report of(String message) {
    return new Report(message, Optional.empty(), /* isRanked= */ true);
  }

  /** This report with a level that is not its rule's. */
  public Report at(Level other) {
    return new Report(message, Optional.of(other), isRanked, reason);
  }

  /** This report with a level that no mapping replaces. */
  public Report unranked() {
    return new Report(message, level, /* isRanked= */ false, reason);
  }

  /** This report with a reason for its level. */
  public Report because(String why) {
    return new Report(message, level, isRanked, why);
  }
}
