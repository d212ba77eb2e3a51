package org.gfpaudit.analyzer.facts;

import java.util.OptionalInt;

/**
 * Asks what the calls of a function are handed.
 *
 * @param function the name at the end of a chain of aliases
 * @param target the 0-based argument that is an object
 * @param mask the 0-based argument that is a mask, if one is
 */
public record CallQuestion(String function, int target, OptionalInt mask) {}
