package org.gfpaudit.analyzer.model;

/** An answer, and what it was made from. */
public record Traced<T>(T answer, Trace trace) {
  /** An answer that stands for itself. */
  public static <T> Traced<T> ofNothing(T answer) {
    return new Traced<>(answer, Trace.NOTHING);
  }
}
