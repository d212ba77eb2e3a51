package org.gfpaudit.analyzer.facts;

import java.util.List;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.knowledge.SiteFacts;
import org.gfpaudit.rules.mask.Judgement;

/**
 * A row with what rules need to decide whether it is a finding.
 *
 * @param reach the worst way to a sink, with the scopes around it where they were looked for
 * @param judgement on the worst way to a sink
 */
public record JudgedCall(
    Spot spot, AuditRow row, Judgement judgement, SinkReach reach, SiteFacts facts) {

  /**
   * A call, or a write to a field.
   *
   * @param entity the definition it stands in
   * @param at the called name's token, or the field's
   * @param masks the arguments that make the verdict what it is, 0-based, that of the row first;
   *     none where the call does not show them
   */
  public record Spot(Entity entity, Span at, List<Integer> masks) {
    public Spot {
      masks = List.copyOf(masks);
    }
  }

  /** This call with another row. */
  public JudgedCall with(AuditRow other) {
    return new JudgedCall(spot, other, judgement, reach, facts);
  }

  /** The definition the call or the write stands in. */
  public Entity entity() {
    return spot.entity();
  }

  /** The called name's token, or the field's. */
  public Span at() {
    return spot.at();
  }

  /** Where the call or the write stands. */
  public CallSite site() {
    return new CallSite(entity(), at().start());
  }
}
