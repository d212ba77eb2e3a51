package org.gfpaudit.rules.knowledge;

import java.util.List;

/** What every row of every table has. */
public interface Row {
  /** The releases the row holds for. */
  VersionRange versions();

  /** The kernel file the row was read in, with the releases in brackets. */
  String origin();

  /** Those of {@code rows} that hold for one release. */
  static <T extends Row> List<T> holding(List<T> rows, KernelVersion version) {
    return rows.stream().filter(row -> row.versions().contains(version)).toList();
  }
}
