package org.gfpaudit.rules.finding;

import java.util.Optional;

/**
 * A driver that serves a device from files, or a worker of a driver, as reclaim sees it: what
 * allocates below it may wait for the device it serves.
 *
 * @param name of the driver: {@code "loop"}
 * @param root the function that runs its requests; empty where none was found in the tree
 * @param io a call that does its file I/O, the one with the weakest scope
 * @param scope the one around that call on the way from the root, {@code "NOIO"}; empty for none
 * @param isLocal whether what is mounted on this host can lie on the device
 * @param about one sentence part on whom it serves, or empty
 */
public record DeviceContext(
    String name,
    Optional<Place> root,
    Optional<Place> io,
    String scope,
    boolean isLocal,
    String about)
    implements Comparable<DeviceContext> {

  /** Whether its file I/O may enter FS reclaim. */
  public boolean isUnscoped() {
    return scope.isEmpty();
  }

  /** For people: {@code "loop (NOIO scope, drivers/block/loop.c:1944)"}. */
  public String text() {
    String where =
        root.map(place -> ": " + place.function() + "(), " + place.fileAndLine())
            .orElse(" in this release; its worker was not found in the tree");
    return name
        + " ("
        + (isUnscoped() ? "no scope" : scope + " scope")
        + where
        + (about.isEmpty() || isLocal ? "" : "; " + about)
        + ")";
  }

  /** By name, then by place. */
  @Override
  public int compareTo(DeviceContext other) {
    int byName = name.compareTo(other.name);
    return byName != 0
        ? byName
        : root.map(Place::fileAndLine)
            .orElse("")
            .compareTo(other.root.map(Place::fileAndLine).orElse(""));
  }
}
