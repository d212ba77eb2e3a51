package org.gfpaudit.rules.knowledge;

/**
 * A macro that leads from a member to the struct that holds it: {@code container_of}.
 *
 * @param pointer the argument that points to the member, 0-based
 * @param member the argument that names it, 0-based
 */
public record Container(String name, int pointer, int member, VersionRange versions, String origin)
    implements Row {}
