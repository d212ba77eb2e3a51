package org.gfpaudit.rules.knowledge;

/**
 * A lock that a task may sleep with.
 *
 * @param take the function that takes it, by its first argument
 * @param give the function that gives it back, likewise
 */
public record Lock(String take, String give, VersionRange versions, String origin) implements Row {}
