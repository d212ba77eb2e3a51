package org.gfpaudit.rules.knowledge;

import java.util.List;

/**
 * One thing an FGP flag does to the call it is passed to.
 *
 * @param bits names of GFP masks; empty for {@link Kind#CREATES}
 */
public record FgpEffect(
    String flag, Kind kind, List<String> bits, VersionRange versions, String origin)
    implements Row {

  /** What the flag does; a call clears before it sets. */
  public enum Kind {
    /** Without this flag nothing is created, and the mask is never used. */
    CREATES,
    /** Takes bits out of the mask. */
    CLEARS,
    /** Adds bits to the mask. */
    SETS
  }
}
