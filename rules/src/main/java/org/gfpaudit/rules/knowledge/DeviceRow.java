package org.gfpaudit.rules.knowledge;

import org.gfpaudit.rules.mask.Scope;

/**
 * What is assumed of a driver that serves devices from files.
 *
 * @param name of the driver
 * @param path its file, a pattern
 * @param serving whom it serves, and how
 */
public record DeviceRow(
    String name, String path, Serving serving, VersionRange versions, String origin)
    implements Row {

  /**
   * Whom a driver serves, and how.
   *
   * @param scope the one its file I/O runs in, where the tree does not hold the driver's code
   * @param about one sentence part on when it matters
   */
  public record Serving(Kind kind, Scope scope, String about) {}

  /** Whom it serves. */
  public Kind kind() {
    return serving.kind();
  }

  /** The scope of its file I/O, where the tree does not hold the driver's code. */
  public Scope scope() {
    return serving.scope();
  }

  /** One sentence part on when it matters. */
  public String about() {
    return serving.about();
  }

  /** Whom a driver serves. */
  public enum Kind {
    /** This host: what is mounted here can lie on its devices. */
    DEVICE,
    /** Other hosts, or this one by a detour that {@link Serving#about} names. */
    SERVER
  }
}
