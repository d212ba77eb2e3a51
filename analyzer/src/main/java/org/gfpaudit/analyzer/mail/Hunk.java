package org.gfpaudit.analyzer.mail;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a file's change.
 *
 * @param header its line that begins with {@code @@}
 * @param oldStart the 1-based line at which its old text begins; 0 where it has none
 * @param lines at least one
 */
record Hunk(String header, int oldStart, List<Line> lines) {
  Hunk {
    lines = List.copyOf(lines);
  }

  /**
   * A line.
   *
   * @param kind a space for context, {@code -} or {@code +}
   * @param text with its line end, if it has one
   */
  record Line(char kind, String text) {
    boolean isContext() {
      return kind == ' ';
    }
  }

  /** The lines before and after it, but for the first and the last so many of its context. */
  Hunk without(int first, int last) {
    return new Hunk(header, oldStart + first, lines.subList(first, lines.size() - last));
  }

  List<String> before() {
    return texts('+');
  }

  List<String> after() {
    return texts('-');
  }

  private List<String> texts(char left) {
    List<String> texts = new ArrayList<>();
    for (Line line : lines) {
      if (line.kind() != left) {
        texts.add(line.text());
      }
    }
    return texts;
  }

  int leadingContext() {
    int count = 0;
    while (count < lines.size() && lines.get(count).isContext()) {
      count++;
    }
    return count;
  }

  int trailingContext() {
    int count = 0;
    while (count < lines.size() && lines.get(lines.size() - 1 - count).isContext()) {
      count++;
    }
    return count;
  }
}
