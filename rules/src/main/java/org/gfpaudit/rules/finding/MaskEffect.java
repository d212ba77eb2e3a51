package org.gfpaudit.rules.finding;

/**
 * What setting the mask of a mapping does to the bits by which reclaim can come back.
 *
 * @param fs what becomes of {@code __GFP_FS}
 * @param io what becomes of {@code __GFP_IO}
 */
public record MaskEffect(BitEffect fs, BitEffect io) {

  /** {@code "clears __GFP_FS, keeps __GFP_IO"}. */
  public String text() {
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
}
