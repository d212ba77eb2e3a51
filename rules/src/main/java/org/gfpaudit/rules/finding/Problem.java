package org.gfpaudit.rules.finding;

import java.util.Optional;

/**
 * Something that made the audit less than complete: an unreadable file, a definition the grammar
 * could not read, an error of our own.
 *
 * @param file relative to the tree's root; empty where the problem is not in one file
 * @param line 1-based, or 0 where no line is known
 * @param message what is wrong and what to do, as a phrase without a period
 * @param severe whether findings may be missing because of it: then the exit status is 3
 * @param unread why the file or directory was not read, as a phrase that is the same for all of
 *     which the same is true; empty where it was read
 */
public record Problem(
    String file, int line, String message, boolean severe, Optional<String> unread) {

  /** A problem of another kind than that a file was not read. */
  public Problem(String file, int line, String message, boolean severe) {
    this(file, line, message, severe, Optional.empty());
  }

  /** A file or directory that was not read. */
  public static Problem unread(String file, String reason, String message, boolean severe) {
    return new Problem(file, 0, message, severe, Optional.of(reason));
  }
}
