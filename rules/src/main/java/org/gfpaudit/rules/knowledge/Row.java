package org.gfpaudit.rules.knowledge;

import java.util.List;
import java.util.function.Predicate;

/** What every row of every table has. */
public interface Row {
  /** The releases the row holds for. */
  VersionRange versions();

  /** The kernel file the row was read in, with the releases in brackets. */
  String origin();

  /** Those of {@code rows} that {@code holds} takes. */
  static <T extends Row> List<T> holding(List<T> rows, Predicate<Row> holds) {
    return rows.stream().filter(holds).toList();
  }
}
