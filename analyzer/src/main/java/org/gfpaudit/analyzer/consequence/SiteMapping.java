package org.gfpaudit.analyzer.consequence;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gfpaudit.rules.finding.InodeKind;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.MappingKinds;
import org.gfpaudit.rules.knowledge.Subsystem;

/**
 * What is known of the mapping that a call is about.
 *
 * @param here the subsystem of the call
 * @param keys the fields that the inode is kept in, by which a file system tells its own apart
 * @param isAnybodys whether a mapping of any file system can get here
 * @param mayBeOfInode whether it is written as the mapping of an inode, or was handed in
 */
record SiteMapping(
    Subsystem here,
    MappingKinds kinds,
    List<String> keys,
    boolean isAnybodys,
    boolean mayBeOfInode) {
  /** Kinds that one file system keeps to itself. */
  static final Set<InodeKind> INTERNAL = EnumSet.of(InodeKind.METADATA, InodeKind.EMBEDDED);

  SiteMapping {
    keys = List.copyOf(keys);
  }

  /** Whether it is one of code that has no files which others open. */
  boolean isOwnBusiness() {
    return switch (here.kind()) {
      case GENERIC, FILES -> false;
      case PRIVATE -> true;
      case OTHER -> !isAnybodys && !kinds.isKnown();
    };
  }

  /** How much it would matter if FS could be used for it, where somebody has kept it out. */
  Level stake() {
    if (kinds.isAtMost(EnumSet.of(InodeKind.ANONYMOUS, InodeKind.PSEUDO, InodeKind.SHMEM))) {
      return Level.NOTE;
    }
    return isOwnBusiness() ? Level.WARNING : Level.ERROR;
  }

  /** Whether code of all file systems never sees such a mapping. */
  static boolean isHidden(MappingKinds kinds) {
    return kinds.isAtMost(INTERNAL)
        || kinds.isAtMost(EnumSet.of(InodeKind.ANONYMOUS))
        || kinds.isAtMost(EnumSet.of(InodeKind.SHMEM));
  }
}
