/**
 * What do mails and patches say, and what does a tree look like with them?
 *
 * <p>{@link Mailbox} takes the bytes of a file - a patch of {@code git format-patch}, an mbox, a
 * mail of a maildir, a plain diff - and gives its {@link Mail}s, their bodies decoded. {@link
 * Series} takes the mails and gives the patches in the order in which they are meant. {@link
 * PatchReader} takes the text of one patch and gives a {@link FilePatch} for each file, and {@link
 * PatchedFiles} applies them in memory, with the offsets and the fuzz that {@code patch} allows.
 * Nothing here writes to a disk, and no path of a patch leads out of the tree. This is the only
 * package that sees Apache James mime4j.
 *
 * <p>Example: an mbox with {@code [PATCH 2/2]} before {@code [PATCH 1/2]} is two mails, of which
 * the second is applied first.
 */
package org.gfpaudit.analyzer.mail;
