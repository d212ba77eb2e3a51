package org.gfpaudit.rules.knowledge;

import java.util.Locale;

/**
 * What a bit of a mask is about.
 *
 * @param bit its name, {@code __GFP_FS}
 */
public record BitClass(String bit, Kind kind, VersionRange versions, String origin) implements Row {

  /** What a bit can be about. */
  public enum Kind {
    /** Which memory may be used: zone, mobility, node. */
    MEMORY,
    /** What reclaim may do on the way to it. */
    CONTEXT;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
