package org.gfpaudit.rules.knowledge;

import java.util.List;

/**
 * Two ways to the same object: wherever the steps {@code from} follow a path they mean {@code to}.
 *
 * @param from at least one field
 * @param to no longer than {@code from}; empty where {@code from} leads back to its start
 */
public record SameSteps(List<String> from, List<String> to, VersionRange versions, String origin)
    implements Row {}
