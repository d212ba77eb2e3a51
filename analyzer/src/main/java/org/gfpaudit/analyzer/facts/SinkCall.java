package org.gfpaudit.analyzer.facts;

import org.gfpaudit.rules.knowledge.Sink;

/** The call of a sink at the end of a way. */
public record SinkCall(Sink sink, CallSite at) {}
