package org.gfpaudit.analyzer.masks;

import java.util.Set;

/**
 * What is asked of a function besides the sinks it reaches.
 *
 * @param effect whether its return value and what it stores through pointers matter to a caller
 * @param structs whether what it stores in the structs behind its parameters matters too
 * @param fields names of the fields whose stores matter
 */
public record Wanted(boolean effect, boolean structs, Set<String> fields) {}
