package org.gfpaudit.rules.finding;

import java.util.Locale;

/** Which mappings a constrainer is for; the most common first. */
public enum Audience {
  /** Every inode of its file system. */
  INODES,
  /** A file of any file system, while it backs something such as a loop device. */
  BACKING,
  /** A mapping that the code knows by a name of its own: metadata, node or cache mappings. */
  NAMED;

  /** The word used in tables and reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
