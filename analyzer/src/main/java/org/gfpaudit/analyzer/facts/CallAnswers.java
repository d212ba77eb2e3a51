package org.gfpaudit.analyzer.facts;

import java.util.SortedMap;
import java.util.SortedSet;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.rules.mask.AccessPath;

/**
 * What the calls of one configuration of a function are handed, with the graph they stand in.
 *
 * @param calls by the byte offset of the called name
 * @param returns the objects that each returned expression can mean, by its byte offset
 */
public record CallAnswers(
    ControlFlowGraph graph,
    SortedMap<Integer, CallValues> calls,
    SortedMap<Integer, SortedSet<AccessPath>> returns) {}
