package org.gfpaudit.rules.knowledge;

/**
 * A name that says which calls through a table of operations a person believes.
 *
 * @param name a struct's tag, a function, a field or a macro
 */
public record OperationWord(Kind kind, String name, VersionRange versions, String origin)
    implements Row {

  /** What the name says. */
  public enum Kind {
    /** Who makes an object fills a table of this struct for it: the table runs on no other. */
    TABLE,
    /** The function gives a file that somebody names, of whichever file system. */
    OPENS,
    /**
     * The function gives the file of a descriptor: to a driver one of whichever file system, to a
     * file system one of its own.
     */
    DESCRIPTOR,
    /** The operations of such a table work on the pages of a mapping that their caller has. */
    PAGES,
    /** Who sets the field stacks a file system upon another. */
    STACKS,
    /** The macro names a function for tests, and never runs it or hands it on. */
    STUB
  }
}
