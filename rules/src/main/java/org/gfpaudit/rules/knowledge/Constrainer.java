package org.gfpaudit.rules.knowledge;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A function that sets the mask of a mapping.
 *
 * @param target what argument 0 is
 * @param mask the 0-based argument that is the new mask, if the caller chooses it
 * @param fixed the name of the new mask, if the caller does not
 */
public record Constrainer(
    String name,
    Target target,
    OptionalInt mask,
    Optional<String> fixed,
    VersionRange versions,
    String origin)
    implements Row {

  /** What a constrainer is handed. */
  public enum Target {
    MAPPING,
    INODE
  }
}
