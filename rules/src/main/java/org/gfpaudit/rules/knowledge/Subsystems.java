package org.gfpaudit.rules.knowledge;

import java.util.List;

/** Which subsystem a file belongs to: the first row of the table that matches its path. */
public final class Subsystems {
  private final List<SubsystemRow> rows;

  Subsystems(List<SubsystemRow> rows) {
    this.rows = List.copyOf(rows);
  }

  /**
   * The subsystem of a file.
   *
   * @param file relative to the tree's root
   */
  public Subsystem of(String file) {
    return rows.stream()
        .filter(row -> PathPattern.matches(row.path(), file))
        .findFirst()
        .map(row -> row.of(file))
        .orElseGet(() -> new Subsystem(file, Subsystem.Kind.PRIVATE));
  }
}
