package org.gfpaudit.rules.review;

/**
 * What an answer to a mail needs of it; each is empty where the mail does not say.
 *
 * @param recipients those of To and Cc, with commas between them
 * @param messageId with its angle brackets
 * @param references the ids of the mails it answers, with spaces between them, the oldest first
 */
public record MailHeaders(
    String subject,
    String from,
    String recipients,
    String date,
    String messageId,
    String references) {
  /** Those of a patch that was not mailed. */
  public static final MailHeaders NONE = new MailHeaders("", "", "", "", "", "");
}
