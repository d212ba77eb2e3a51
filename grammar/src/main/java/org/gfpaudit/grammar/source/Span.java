package org.gfpaudit.grammar.source;

/**
 * A half-open range {@code [start, end)} of 0-based byte offsets in one file. Byte offsets are the
 * one unit of position in the program; lines and columns are computed for display only, by {@link
 * SourceText}.
 */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: [" + start + ", " + end + ")");
    }
  }

  public int length() {
    return end - start;
  }

  /** Whether {@code offset} lies in this half-open range. */
  public boolean contains(int offset) {
    return start <= offset && offset < end;
  }

  /** Whether {@code other} lies wholly in this range. */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  /** The smallest span that covers this one and {@code other}. */
  public Span cover(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }
}
