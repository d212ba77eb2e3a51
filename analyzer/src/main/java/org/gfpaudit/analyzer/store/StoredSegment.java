package org.gfpaudit.analyzer.store;

import org.gfpaudit.grammar.segment.Segment;

/** A segment, and its name on disk. Two are equal if they are the same object. */
public final class StoredSegment {
  private final String name;
  private final Segment segment;
  private final boolean isKept;

  StoredSegment(String name, Segment segment, boolean isKept) {
    this.name = name;
    this.segment = segment;
    this.isKept = isKept;
  }

  /** Whether a later run will find it. */
  public boolean isKept() {
    return isKept;
  }

  /** The name of its file, without the ending. */
  public String name() {
    return name;
  }

  public Segment segment() {
    return segment;
  }
}
