package org.gfpaudit.analyzer.locks;

import org.gfpaudit.rules.finding.LockClass;

/** A lock as one function names it. */
public sealed interface LockRef {

  /** A lock of a class that is known whoever calls the function. */
  record Of(LockClass lockClass) implements LockRef {}

  /**
   * A lock that a parameter of the function points to: its class is that of the caller's argument.
   *
   * @param index 0-based
   */
  record Parameter(int index) implements LockRef {}
}
