package org.gfpaudit.rules.finding;

import java.util.Comparator;
import java.util.List;

/**
 * A call that sets the mask of a mapping.
 *
 * @param place of the called name's token
 * @param setter the called function
 * @param mapping the argument that is the mapping, or the inode, on one line
 * @param mask the new mask as written, on one line; the name of a mask the setter chooses itself
 * @param subsystem whose mappings it is about
 * @param audience which of them
 * @param names for {@link Audience#NAMED} the words other code knows the mapping by; for {@link
 *     Audience#BACKING} the subsystems whose files it can be, empty for all; else empty
 * @param about one sentence part on these mappings, or empty
 * @param fs what becomes of {@code __GFP_FS}
 * @param io what becomes of {@code __GFP_IO}
 */
public record ConstrainerSite(
    Place place,
    String setter,
    String mapping,
    String mask,
    String subsystem,
    Audience audience,
    List<String> names,
    String about,
    BitEffect fs,
    BitEffect io)
    implements Comparable<ConstrainerSite> {
  public ConstrainerSite {
    names = List.copyOf(names);
  }

  /** {@code "clears __GFP_FS, keeps __GFP_IO"}. */
  public String effect() {
    return fs == io
        ? said(fs, "__GFP_FS and __GFP_IO")
        : said(fs, "__GFP_FS") + ", " + said(io, "__GFP_IO");
  }

  private static String said(BitEffect effect, String bits) {
    return switch (effect) {
          case CLEARS -> "clears ";
          case KEEPS -> "keeps ";
          case GIVES -> "sets ";
          case DEPENDS -> "may clear ";
        }
        + bits;
  }

  /** By place. */
  @Override
  public int compareTo(ConstrainerSite other) {
    return Comparator.comparing(ConstrainerSite::place).compare(this, other);
  }
}
