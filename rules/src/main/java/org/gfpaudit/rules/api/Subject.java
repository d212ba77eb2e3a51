package org.gfpaudit.rules.api;

import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.knowledge.SiteFacts;
import org.gfpaudit.rules.mask.Judgement;

/**
 * What a rule looks at: one row of the audit table and how its verdict came about.
 *
 * @param judgement the verdict the row carries, with its reasons
 * @param facts what exemptions ask for
 */
public record Subject(AuditRow row, Judgement judgement, SiteFacts facts) {

  /** A call of which nothing is known beyond its mask. */
  public static Subject of(AuditRow row, Judgement judgement) {
    return new Subject(row, judgement, SiteFacts.of(row.place()));
  }
}
