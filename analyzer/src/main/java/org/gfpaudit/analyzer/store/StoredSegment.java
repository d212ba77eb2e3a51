package org.gfpaudit.analyzer.store;

import org.gfpaudit.grammar.segment.Segment;

/** A segment, and its name on disk. Two are equal if they are the same object. */
public final class StoredSegment {
  private final String name;
  private final Segment segment;

  StoredSegment(String name, Segment segment) {
    this.name = name;
    this.segment = segment;
  }

  /** The name of its file, without the ending. */
  String name() {
    return name;
  }

  public Segment segment() {
    return segment;
  }
}
