package org.gfpaudit.analyzer.scope;

import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.rules.knowledge.Knowledge;

/**
 * One configuration of one function, and what its scopes are looked up in.
 *
 * @param file the number of its file in the index
 * @param effects what the functions it calls do to the task flags
 */
public record ScopeContext(
    ControlFlowGraph graph,
    SourceFile file,
    SourceText text,
    Knowledge knowledge,
    ScopeEffects effects) {}
