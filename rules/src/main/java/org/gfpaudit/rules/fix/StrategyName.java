package org.gfpaudit.rules.fix;

import java.util.Locale;

/**
 * The ways to mend a hardcoded mask, in the order in which Andrew Morton ranked them (linux-mm,
 * October 2015).
 */
public enum StrategyName {
  /** Let the mapping allow what it forbids. */
  UNRESTRICT,
  /** Hand a mask down through the callees. */
  ARGUMENT,
  /** Put a task scope around the code. */
  SCOPE,
  /** Constrain the mask by the mapping where it is used: the smallest change. */
  MAPPING,
  /** The first of mapping, scope and argument that can be right, with the reason. */
  AUTO;

  /** The word used on the command line: {@code "mapping"}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
