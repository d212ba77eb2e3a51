package org.gfpaudit.rules.knowledge;

/**
 * A name by which code that serves a block device is found.
 *
 * @param name a function, or a field
 */
public record DeviceWord(Kind kind, String name, VersionRange versions, String origin)
    implements Row {

  /** What the name says. */
  public enum Kind {
    /** A call of the function reads or writes a file, or pages of one. */
    IO_FUNCTION,
    /** A call through the field does. */
    IO_FIELD,
    /** What is stored in the field serves the requests of a block device. */
    SERVES_FIELD,
    /** What is handed to the function, whichever argument, serves them. */
    SERVES_FUNCTION,
    /** The function runs the work items of a thread, in the context of its caller. */
    RUNS_WORKS
  }
}
