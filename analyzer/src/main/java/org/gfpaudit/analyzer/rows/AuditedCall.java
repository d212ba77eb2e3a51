package org.gfpaudit.analyzer.rows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.analyzer.facts.CallFact;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.facts.SinkReach;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.mask.Symbol;

/**
 * A call or a store that becomes a row.
 *
 * @param at the token the row names
 * @param ways at least one
 */
record AuditedCall(AuditRow.Kind kind, Binding binding, Span at, List<CallFact.Way> ways) {

  /**
   * What a call or a store binds.
   *
   * @param entity the definition it stands in
   * @param field the field that is stored to; empty for a call
   * @param callees the entities whose parameters a call binds; empty for a store
   */
  record Binding(Entity entity, Optional<Symbol.Field> field, Set<Entity> callees) {}

  List<SinkReach> reaches() {
    return ways.stream().map(CallFact.Way::reach).toList();
  }

  Entity entity() {
    return binding.entity();
  }

  CallSite site() {
    return new CallSite(entity(), at.start());
  }
}
