package org.gfpaudit.rules.knowledge;

/**
 * A function or macro whose value is one of its arguments, as far as an upper bound goes.
 *
 * @param argument 0-based
 */
public record Identity(String name, int argument, VersionRange versions, String origin)
    implements Row {}
