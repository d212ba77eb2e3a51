package org.gfpaudit.analyzer.graph;

/** Which way a call graph grows from its roots. */
public enum Direction {
  CALLERS,
  CALLEES,
  BOTH;

  boolean isUpward() {
    return this != CALLEES;
  }

  boolean isDownward() {
    return this != CALLERS;
  }
}
