package org.gfpaudit.rules.knowledge;

/**
 * A way in which the page cache calls those who fill its pages.
 *
 * @param name of the field of the table of operations, or of the function that is handed a filler
 * @param what calls there, for the reader
 * @param isAhead whether nobody waits for those pages yet
 */
public record ReadPath(
    Kind kind, String name, String what, boolean isAhead, VersionRange versions, String origin)
    implements Row {

  /** How it is called. */
  public enum Kind {
    /** Through a field of {@code struct address_space_operations}. */
    FIELD,
    /** By a function that it is handed to. */
    FILLER
  }
}
