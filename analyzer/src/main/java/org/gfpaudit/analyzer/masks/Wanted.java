package org.gfpaudit.analyzer.masks;

import java.util.Set;

/**
 * What is asked of a function besides the sinks it reaches.
 *
 * @param effect whether its return value and what it stores through pointers matter to a caller
 * @param fields names of the fields whose stores matter
 */
public record Wanted(boolean effect, Set<String> fields) {}
