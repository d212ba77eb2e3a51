package org.gfpaudit.testdata.mutate;

/**
 * A stretch of a text.
 *
 * @param start the offset of its first character
 * @param end the offset behind its last
 */
record Part(int start, int end) {

  boolean contains(int offset) {
    return start <= offset && offset < end;
  }

  boolean holds(Part other) {
    return start <= other.start && other.end <= end;
  }

  /** What stands between this and a later part. */
  Part until(Part later) {
    int from = end;
    int to = later.start;
    return new Part(from, to);
  }

  String of(String text) {
    return text.substring(start, end);
  }
}
