package org.gfpaudit.analyzer.witness;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.analyzer.facts.SinkReach;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.mask.Symbol;

/**
 * A call or a store that becomes a row.
 *
 * @param at the token the row names
 * @param boundField the field that is stored to; empty for a call
 * @param binds the entities whose parameters it binds; empty for a store
 * @param reaches at least one
 */
record AuditedCall(
    Entity entity,
    Span at,
    AuditRow.Kind kind,
    String maskText,
    String mappingText,
    Optional<Symbol.Field> boundField,
    Set<Entity> binds,
    List<SinkReach> reaches) {}
