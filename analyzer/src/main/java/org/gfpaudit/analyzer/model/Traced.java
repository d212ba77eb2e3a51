package org.gfpaudit.analyzer.model;

/** An answer, and what it was made from. */
public record Traced<T>(T answer, Trace trace) {}
