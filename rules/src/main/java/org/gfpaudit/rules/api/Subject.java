package org.gfpaudit.rules.api;

import java.util.Optional;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.knowledge.SiteFacts;
import org.gfpaudit.rules.mask.Judgement;

/**
 * What a rule looks at: one row of the audit table and how its verdict came about.
 *
 * @param judgement the verdict the row carries, with its reasons
 * @param facts what exemptions ask for
 * @param rank by the mappings that can reach the row; empty where nothing is known of them, or
 *     where they do not matter to the verdict
 */
public record Subject(AuditRow row, Judgement judgement, SiteFacts facts, Optional<Rank> rank) {

  /** A call of whose mappings nothing is known. */
  public Subject(AuditRow row, Judgement judgement, SiteFacts facts) {
    this(row, judgement, facts, Optional.empty());
  }

  /** A call of which nothing is known beyond its mask. */
  public static Subject of(AuditRow row, Judgement judgement) {
    return new Subject(row, judgement, SiteFacts.of(row.place()));
  }
}
