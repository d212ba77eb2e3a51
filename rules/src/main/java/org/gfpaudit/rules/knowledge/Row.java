package org.gfpaudit.rules.knowledge;

/** What every row of every table has. */
public interface Row {
  /** The releases the row holds for. */
  VersionRange versions();

  /** The kernel file the row was read in, with the releases in brackets. */
  String origin();
}
