package org.gfpaudit.rules.finding;

/**
 * What makes a finding the same one in two runs, whatever happened to the code around it. Lines,
 * columns, spaces and the names of locals are no part of it; the rule, the function, the called
 * function and the masks are.
 *
 * @param whole with the file: 32 lower-case hexadecimal digits
 * @param content without the file, so that it survives a function's move to another file; several
 *     findings of one run can share it
 */
public record Fingerprint(String whole, String content) {}
