package org.gfpaudit.analyzer.facts;

import org.gfpaudit.rules.knowledge.Sink;

/**
 * The call of a sink at the end of a way.
 *
 * @param isJoined whether several ways to it were made one: the steps are those of one of them
 */
public record SinkCall(Sink sink, CallSite at, boolean isJoined) {
  /** The end of a single way. */
  public SinkCall(Sink sink, CallSite at) {
    this(sink, at, false);
  }

  SinkCall joined() {
    return isJoined ? this : new SinkCall(sink, at, true);
  }
}
