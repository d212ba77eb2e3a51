package org.gfpaudit.analyzer.consequence;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gfpaudit.rules.finding.Audience;
import org.gfpaudit.rules.finding.ConstrainerSite;
import org.gfpaudit.rules.finding.InodeKind;
import org.gfpaudit.rules.finding.MappingKinds;
import org.gfpaudit.rules.mask.MaskValue;

/**
 * A call that sets the mask of a mapping, with what is known of the mapping.
 *
 * @param mask what it is set to
 * @param keys the fields that the inode is kept in
 * @param mayBeOfInode whether the mapping is written as that of an inode, or was handed in
 */
record KnownSetter(
    ConstrainerSite site,
    MaskValue mask,
    MappingKinds kinds,
    List<String> keys,
    boolean mayBeOfInode) {
  /** Kinds that no file system makes. */
  private static final Set<InodeKind> FOREIGN =
      EnumSet.of(InodeKind.BLOCK_DEVICE, InodeKind.ANONYMOUS, InodeKind.PSEUDO, InodeKind.SHMEM);

  KnownSetter {
    keys = List.copyOf(keys);
  }

  /** The setter for people, who are told what kind of inode it is for. */
  ConstrainerSite told() {
    return site.about().isEmpty() ? site.about(kinds.text()) : site;
  }

  /** Setters of regular files come first, then those of which nothing is known. */
  int plainness() {
    return kinds.kinds().contains(InodeKind.REGULAR) ? 0 : kinds.canBackDevice() ? 1 : 2;
  }

  /**
   * Whether it is believed to be for the mapping of a call: it can be, and is not one of which
   * nothing is known but that it is no inode's, where the call may be about one.
   */
  boolean protects(SiteMapping mapping) {
    return meets(mapping) && (kinds.isKnown() || mayBeOfInode || !mapping.mayBeOfInode());
  }

  /** Whether a mapping that it is for, and that backs nothing, can get to a call. */
  boolean meets(SiteMapping mapping) {
    if (site.audience() == Audience.BACKING) {
      return false;
    }
    boolean isOwn = site.subsystem().equals(mapping.here().name());
    if (!isOwn && !mapping.isAnybodys()) {
      return false;
    }
    boolean isHidden = site.audience() == Audience.NAMED || SiteMapping.isHidden(kinds);
    if (!isOwn && isHidden) {
      return false; // Only its own code sees it.
    }
    boolean isInternal = kinds.isAtMost(SiteMapping.INTERNAL);
    if (isInternal && !mapping.kinds().isKnown()) {
      return false; // Nothing says that the call is about what the file system keeps.
    }
    if (!kinds.isKnown() && mapping.kinds().isAtMost(FOREIGN)) {
      return false; // No file system makes it.
    }
    boolean isOther =
        isInternal
            && !keys.isEmpty()
            && !mapping.keys().isEmpty()
            && keys.stream().noneMatch(mapping.keys()::contains);
    return !isOther && kinds.overlaps(mapping.kinds());
  }
}
