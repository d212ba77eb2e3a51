package org.gfpaudit.rules.knowledge;

import java.util.Locale;
import org.gfpaudit.rules.finding.LockMode;

/**
 * A lock that a task may sleep with.
 *
 * @param calls what takes it and gives it back
 * @param lock the word of a class that no field or variable tells: {@code "i_rwsem"}, {@code "the
 *     lock of a folio"}; empty where the argument tells it
 */
public record Lock(
    Calls calls, LockMode mode, Kind kind, String lock, VersionRange versions, String origin)
    implements Row {

  /**
   * Two functions, both of which are told the lock by their first argument.
   *
   * @param take takes it, and sleeps until it has it
   * @param give gives it back
   */
  public record Calls(String take, String give) {}

  /** {@link Calls#take}. */
  public String take() {
    return calls.take();
  }

  /** {@link Calls#give}. */
  public String give() {
    return calls.give();
  }

  /** What tells the class of a lock. */
  public enum Kind {
    /** The argument is the lock. */
    ARGUMENT,
    /** Each type of file system has a class, and the argument is an inode or a mapping. */
    FILE_SYSTEM,
    /** A pseudo class of the whole kernel. */
    PSEUDO,
    /** Each type of file system has a class, and each mounted one a lock. */
    SUPER_BLOCK;

    /** The word used in the table: {@code file-system}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
