package org.gfpaudit.rules.knowledge;

import java.util.List;
import java.util.OptionalInt;

/**
 * An expression whose value is the mask of a mapping.
 *
 * @param owner for a field the type, {@code "struct address_space"}; empty for a function
 * @param mapping for a function the 0-based argument that is the mapping; a field belongs to the
 *     mapping itself
 * @param and the 0-based argument the mask is AND-ed with, if any
 * @param or the names of the bits OR-ed to it afterwards
 */
public record MaskSource(
    Kind kind,
    String owner,
    String name,
    OptionalInt mapping,
    OptionalInt and,
    List<String> or,
    VersionRange versions,
    String origin)
    implements Row {

  /** What kind of expression a source is. */
  public enum Kind {
    FUNCTION,
    FIELD
  }
}
