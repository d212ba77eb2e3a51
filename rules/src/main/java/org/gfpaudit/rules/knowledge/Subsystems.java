package org.gfpaudit.rules.knowledge;

import java.util.List;
import java.util.function.Predicate;

/** Which subsystem a file belongs to: the first row of the table that matches its path. */
public final class Subsystems {
  /** What stands for a directory in the subsystem of code outside a kernel tree. */
  public static final String MODULE_NAME = "this module";

  /**
   * Code outside a kernel tree: its paths say nothing, and for all that is known a file of it can
   * be below a loop device.
   */
  private static final Subsystem MODULE = new Subsystem(MODULE_NAME, Subsystem.Kind.FILES);

  private final List<SubsystemRow> rows;
  private final Predicate<String> isModule;

  Subsystems(List<SubsystemRow> rows) {
    this(rows, file -> false);
  }

  private Subsystems(List<SubsystemRow> rows, Predicate<String> isModule) {
    this.rows = List.copyOf(rows);
    this.isModule = isModule;
  }

  /** The same, but that some files are those of a module. */
  Subsystems with(Predicate<String> moduleFiles) {
    return new Subsystems(rows, moduleFiles);
  }

  /** Whether a file is one of a module's. */
  public boolean isOfModule(String file) {
    return isModule.test(file);
  }

  /**
   * The subsystem of a file.
   *
   * @param file relative to the tree's root
   */
  public Subsystem of(String file) {
    if (isModule.test(file)) {
      return MODULE;
    }
    return rows.stream()
        .filter(row -> PathPattern.matches(row.path(), file))
        .findFirst()
        .map(row -> row.of(file))
        .orElseGet(() -> new Subsystem(file, Subsystem.Kind.PRIVATE));
  }
}
