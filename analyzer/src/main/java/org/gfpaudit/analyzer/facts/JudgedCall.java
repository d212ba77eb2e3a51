package org.gfpaudit.analyzer.facts;

import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.knowledge.SiteFacts;
import org.gfpaudit.rules.mask.Judgement;

/**
 * A row with what rules need to decide whether it is a finding.
 *
 * @param entity the definition the call or the write stands in
 * @param at the called name's token, or the field's
 * @param reach the worst way to a sink, with the scopes around it where they were looked for
 * @param judgement on the worst way to a sink
 */
public record JudgedCall(
    Entity entity, Span at, AuditRow row, Judgement judgement, SinkReach reach, SiteFacts facts) {

  /** Where the call or the write stands. */
  public CallSite site() {
    return new CallSite(entity, at.start());
  }
}
