package org.gfpaudit.rules.api;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.knowledge.SiteFacts;

/**
 * What a rule looks at. Most rules look at rows of the audit table ({@link RowSubject}); a rule
 * that looks at something else has a subject of its own in its package.
 */
public interface Subject {
  /** What a finding would point at. */
  Flagged flagged();

  /** The row of the audit table it is about, if it is about one. */
  default Optional<AuditRow> row() {
    return Optional.empty();
  }

  /** What the marked token names. */
  default String named() {
    return flagged().callee();
  }

  /** The masks it is about, as written where they enter; none where it is about no mask. */
  default List<String> masks() {
    return List.of();
  }

  /** What exemptions ask for. */
  default SiteFacts facts() {
    return SiteFacts.of(flagged().place());
  }

  /**
   * By the mappings that can reach it; empty where nothing is known of them, or where they do not
   * matter to the rule.
   */
  default Optional<Rank> rank() {
    return Optional.empty();
  }
}
