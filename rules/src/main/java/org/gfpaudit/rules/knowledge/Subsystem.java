package org.gfpaudit.rules.knowledge;

import java.util.Locale;

/**
 * A part of the tree as far as mappings go.
 *
 * @param name {@code "fs/ext4"}
 */
public record Subsystem(String name, Kind kind) implements Comparable<Subsystem> {

  /** Whose mappings the code of a subsystem works on. */
  public enum Kind {
    /** Those of every file system. */
    GENERIC,
    /** Its own, and a file or device among them can back a block device. */
    FILES,
    /** Its own, of inodes nobody can put below a block device. */
    PRIVATE,
    /** Not known: what was handed in by a caller is anybody's, and the rest its own. */
    OTHER;

    /** The word used in the table. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** By name. */
  @Override
  public int compareTo(Subsystem other) {
    return name.compareTo(other.name);
  }
}
