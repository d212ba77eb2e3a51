package org.gfpaudit.rules.knowledge;

/**
 * A function or macro that keeps a function to run it later, in a context of its own: none of its
 * caller's scopes is open then.
 *
 * @param name the function or macro
 * @param function the argument that is run later
 * @param runsAs what runs it, for the reader: {@code "work item"}
 */
public record Callback(
    String name, ArgumentPosition function, String runsAs, VersionRange versions, String origin)
    implements Row {}
