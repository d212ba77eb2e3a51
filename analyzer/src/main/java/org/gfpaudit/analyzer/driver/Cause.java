package org.gfpaudit.analyzer.driver;

/**
 * A reason for functions not to parse.
 *
 * @param count how many functions it stopped
 * @param example {@code file:line} of one of them
 */
public record Cause(String cause, long count, String example) {}
