/**
 * Patches as mails: a series that {@code git am} takes.
 *
 * <p>It takes a {@code PatchSeries} and for each patch the {@link MailDetails} that the patch
 * itself does not know (author, recipients, prefix of the subject, base commit), and gives the
 * bytes of each mail by its file name. Mails have the layout of {@code git format-patch}, with a
 * cover letter where there are several. They say what is wrong, how it is reached, what it can
 * cause, what found it and what was not tested.
 *
 * <p>Nothing in them is invented: there is no {@code Signed-off-by}, no {@code Fixes} and no {@code
 * Link}. Text from a tree cannot end a header or a message. Example: {@code
 * 0001-fs-obey-the-mappings-gfp-mask-in-mpage_readpages.patch}.
 */
package org.gfpaudit.reports.series;
