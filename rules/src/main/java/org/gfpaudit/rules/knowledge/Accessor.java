package org.gfpaudit.rules.knowledge;

import java.util.List;

/**
 * A function whose value is an object reached from one of its arguments.
 *
 * @param argument 0-based
 * @param steps the fields followed from it; empty where the value is the argument itself
 */
public record Accessor(
    String name, int argument, List<String> steps, VersionRange versions, String origin)
    implements Row {}
