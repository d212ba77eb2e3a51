package org.gfpaudit.rules.api;

import org.gfpaudit.rules.finding.Level;

/**
 * What a rule says of a subject.
 *
 * @param message states the flow, without a period: which mask reaches which sink
 */
public record Report(Level level, String message) {}
