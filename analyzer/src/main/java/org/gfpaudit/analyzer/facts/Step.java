package org.gfpaudit.analyzer.facts;

/**
 * One step on the way of a mask to a sink.
 *
 * @param text how the step is made, as a phrase without a period
 */
public record Step(CallSite at, String text) {}
