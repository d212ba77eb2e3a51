package org.gfpaudit.rules.knowledge;

import org.gfpaudit.rules.mask.Scope;

/**
 * What is assumed of a driver that serves devices from files.
 *
 * @param name of the driver
 * @param path its file, a pattern
 * @param kind whom it serves
 * @param scope the one its file I/O runs in, where the tree does not hold the driver's code
 * @param about one sentence part on when it matters
 */
public record DeviceRow(
    String name,
    String path,
    Kind kind,
    Scope scope,
    String about,
    VersionRange versions,
    String origin)
    implements Row {

  /** Whom a driver serves. */
  public enum Kind {
    /** This host: what is mounted here can lie on its devices. */
    DEVICE,
    /** Other hosts, or this one by a detour that {@link DeviceRow#about} names. */
    SERVER
  }
}
