package org.gfpaudit.rules.finding;

import java.util.List;
import java.util.Optional;

/**
 * What a mask can cause on this kernel, and what was looked at to say so.
 *
 * @param kinds of inodes the mapping can belong to
 * @param devices that can store to such an inode, sorted
 * @param below the worker of a block driver that the call runs in
 * @param placement how the mask allows memory that a setter of the mapping excludes
 * @param inVain what was looked for and not found, a sentence part each
 * @param reentry how reclaim comes to wait for a lock that is held
 */
public record Consequence(
    MappingKinds kinds,
    List<DeviceContext> devices,
    Optional<DeviceContext> below,
    Optional<String> placement,
    List<String> inVain,
    Optional<Reentry> reentry) {

  /** What a mask can cause where no lock is held that reclaim waits for. */
  public Consequence(
      MappingKinds kinds,
      List<DeviceContext> devices,
      Optional<DeviceContext> below,
      Optional<String> placement,
      List<String> inVain) {
    this(kinds, devices, below, placement, inVain, Optional.empty());
  }

  /** Where nothing was looked at. */
  public static final Consequence NONE =
      new Consequence(
          MappingKinds.UNKNOWN, List.of(), Optional.empty(), Optional.empty(), List.of());

  public Consequence {
    devices = List.copyOf(devices);
    inVain = List.copyOf(inVain);
  }
}
