package org.gfpaudit.analyzer.masks;

/**
 * What is asked of a function besides the sinks it reaches.
 *
 * @param effect whether its return value and what it stores through pointers matter to a caller
 * @param structs whether what it stores in the structs behind its parameters matters too
 * @param fields those of which it matters what is stored in them
 */
record Wanted(boolean effect, boolean structs, FieldsThatMatter fields) {}
