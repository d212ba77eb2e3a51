package org.gfpaudit.analyzer.facts;

import java.util.List;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.source.Span;

/**
 * A call that brings a mask to a sink: a call of the sink itself, or of a relative.
 *
 * @param name the called name's token
 * @param maskText the mask argument on one line, or empty
 * @param mappingText the mapping argument on one line, or empty
 * @param isSite whether a listed sink is called; else a relative is
 * @param callees what the call can run, in order
 * @param reaches every way in which a mask gets from here to a sink; at least one
 */
public record CallFact(
    Span name,
    String maskText,
    String mappingText,
    boolean isSite,
    List<Entity> callees,
    List<SinkReach> reaches) {}
