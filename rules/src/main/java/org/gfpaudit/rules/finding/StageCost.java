package org.gfpaudit.rules.finding;

import java.util.Map;

/**
 * What one stage of the pipeline cost.
 *
 * @param counts what the stage handled, by name, in display order: {@code files}, {@code bytes},
 *     {@code functions}
 */
public record StageCost(String stage, long elapsedNanos, Map<String, Long> counts) {}
