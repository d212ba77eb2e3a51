package org.gfpaudit.rules.finding;

import java.util.Comparator;

/**
 * What the kernel's lock checker takes for one lock: all locks that are initialised in one place.
 *
 * @param owner {@code "struct gfs2_sbd"} of a field; the file of a static variable, with the
 *     function ({@code "mm/swap.c:drain"}) where it is static in that, and empty of another one;
 *     the subsystem of what each type of file system has its own class of, empty where shared code
 *     works on whichever it is
 * @param name of the field or variable, or the word of a pseudo class: {@code "i_rwsem"}
 */
public record LockClass(Kind kind, String owner, String name) implements Comparable<LockClass> {

  private static final Comparator<LockClass> ORDER =
      Comparator.comparing(LockClass::kind)
          .thenComparing(LockClass::owner)
          .thenComparing(LockClass::name);

  /** The queue of a device that is frozen: I/O to it waits until somebody thaws it. */
  public static final LockClass FROZEN_QUEUE = new LockClass(Kind.PSEUDO, "", "frozen queue");

  /** What a class is known by. */
  public enum Kind {
    /** The struct and the field. */
    FIELD,
    /** The variable. */
    GLOBAL,
    /** A lock of every inode or mapping: one class for each type of file system. */
    FILE_SYSTEM,
    /** No lock for the checker, but one for who waits: a locked folio or buffer, a frozen queue. */
    PSEUDO,
    /** One lock of each mounted file system, and one class for each type of file system. */
    SUPER_BLOCK
  }

  /** A field of {@code struct} ({@code "struct inode"}). */
  public static LockClass ofField(String struct, String field) {
    return new LockClass(Kind.FIELD, struct, field);
  }

  /** This class, where it is one of a file system that is now known. */
  public LockClass in(String subsystem) {
    return (kind == Kind.FILE_SYSTEM || kind == Kind.SUPER_BLOCK) && owner.isEmpty()
        ? new LockClass(kind, subsystem, name)
        : this;
  }

  /** For people: {@code "struct gfs2_sbd.sd_log_flush_lock"}, {@code "i_rwsem of fs/ext4"}. */
  public String text() {
    return switch (kind) {
      case FIELD -> owner + "." + name;
      case GLOBAL, PSEUDO -> name;
      case FILE_SYSTEM, SUPER_BLOCK -> owner.isEmpty() ? name : name + " of " + owner;
    };
  }

  @Override
  public int compareTo(LockClass other) {
    return ORDER.compare(this, other);
  }
}
