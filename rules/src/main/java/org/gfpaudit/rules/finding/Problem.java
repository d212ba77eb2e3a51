package org.gfpaudit.rules.finding;

/**
 * Something that made the audit less than complete: an unreadable file, a definition the grammar
 * could not read, an error of our own.
 *
 * @param file relative to the tree's root; empty where the problem is not in one file
 * @param line 1-based, or 0 where no line is known
 * @param message what is wrong and what to do, as a phrase without a period
 * @param severe whether findings may be missing because of it: then the exit status is 3
 */
public record Problem(String file, int line, String message, boolean severe) {}
