package org.gfpaudit.reports.series;

import java.util.List;
import java.util.Optional;

/**
 * What a mail needs that the patch does not know.
 *
 * @param from {@code Name <address>}
 * @param prefix of the subject, {@code "ext4"}
 * @param to addresses, one to an element, as text of ISO 8859-1 characters that are UTF-8 bytes
 * @param cc likewise
 * @param base the commit the patch was made on, if that is known
 * @param isToolNamed whether the tree's checkpatch.pl knows the trailer that names a tool
 */
public record MailDetails(
    String from,
    String prefix,
    List<String> to,
    List<String> cc,
    Optional<String> base,
    boolean isToolNamed) {
  public MailDetails {
    to = List.copyOf(to);
    cc = List.copyOf(cc);
  }
}
