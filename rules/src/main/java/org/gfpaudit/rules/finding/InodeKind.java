package org.gfpaudit.rules.finding;

import java.util.Locale;

/** What an inode is, as far as it matters to the mapping of its pages. */
public enum InodeKind {
  /** A file with data that can be opened by its name. */
  REGULAR("regular file"),
  BLOCK_DEVICE("block device"),
  DIRECTORY("directory"),
  SYMLINK("symlink"),
  /** An inode that a file system keeps for itself: trees, maps, journals, quota. */
  METADATA("metadata inode"),
  /** An inode without a name: rings, buffers, sockets. */
  ANONYMOUS("anonymous inode"),
  /** A device node, or a file of a pseudo file system: its pages are the driver's own. */
  PSEUDO("file of a driver"),
  /** A file of shmem that a driver or the kernel has made for itself. */
  SHMEM("shmem object"),
  /** No inode: an address_space that stands in another struct. */
  EMBEDDED("embedded address_space");

  private final String text;

  InodeKind(String text) {
    this.text = text;
  }

  /** For people: {@code "regular file"}. */
  public String text() {
    return text;
  }

  /** The word used in tables and JSON: {@code regular}, {@code block-device}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
