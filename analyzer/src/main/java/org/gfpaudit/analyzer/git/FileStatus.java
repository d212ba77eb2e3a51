package org.gfpaudit.analyzer.git;

/** What happened to one file between two states of a tree. */
public record FileStatus(String path, Kind kind) {
  /** The ways a file can differ. */
  public enum Kind {
    ADDED,
    CHANGED,
    DELETED
  }
}
