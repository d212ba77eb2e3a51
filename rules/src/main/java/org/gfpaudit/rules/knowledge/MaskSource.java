package org.gfpaudit.rules.knowledge;

import java.util.List;
import java.util.OptionalInt;

/**
 * An expression whose value is the mask of a mapping.
 *
 * @param owner for a field the type, {@code "struct address_space"}; empty for a function
 * @param form how the value is made
 */
public record MaskSource(
    Kind kind, String owner, String name, Form form, VersionRange versions, String origin)
    implements Row {

  /** What kind of expression a source is. */
  public enum Kind {
    FUNCTION,
    FIELD
  }

  /**
   * How the value is made.
   *
   * @param mapping for a function the 0-based argument that is the mapping; a field belongs to the
   *     mapping itself
   * @param and the 0-based argument the mask is AND-ed with, if any
   * @param or the names of the bits OR-ed to it afterwards
   */
  public record Form(OptionalInt mapping, OptionalInt and, List<String> or) {}

  /** For a function the 0-based argument that is the mapping. */
  public OptionalInt mapping() {
    return form.mapping();
  }

  /** The 0-based argument the mask is AND-ed with, if any. */
  public OptionalInt and() {
    return form.and();
  }

  /** The names of the bits OR-ed to it afterwards. */
  public List<String> or() {
    return form.or();
  }
}
