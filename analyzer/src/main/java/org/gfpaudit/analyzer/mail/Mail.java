package org.gfpaudit.analyzer.mail;

import org.gfpaudit.rules.review.MailHeaders;

/**
 * A mail, or a file that holds no more than a diff.
 *
 * @param source the file it was read from, as people name it
 * @param body decoded, with a character for each byte; lines end in line feeds
 */
public record Mail(String source, MailHeaders headers, String body) {

  /** Whether there is a change in it that could be applied. */
  public boolean hasDiff() {
    return PatchReader.hasDiff(body);
  }
}
