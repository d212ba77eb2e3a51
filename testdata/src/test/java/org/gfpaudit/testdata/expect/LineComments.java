package org.gfpaudit.testdata.expect;

import java.util.ArrayList;
import java.util.List;

/** Finds the comments that begin and end on one line, and those that span several. */
final class LineComments {

  /**
   * A comment that begins and ends on one line.
   *
   * @param line 1-based
   * @param text between the delimiters, without surrounding space
   */
  record Comment(int line, String text) {}

  private final List<Comment> comments = new ArrayList<>();
  private final List<String> block = new ArrayList<>();
  private boolean insideBlock;
  private boolean seenFirstBlock;
  private int lineComment;

  private LineComments() {}

  static LineComments of(List<String> lines) {
    LineComments found = new LineComments();
    for (int index = 0; index < lines.size(); index++) {
      found.scan(lines.get(index), index + 1);
    }
    return found;
  }

  /** In the order they stand. */
  List<Comment> comments() {
    return comments;
  }

  /** The lines of the first comment that spans several, delimiters and stars taken off. */
  List<String> firstBlock() {
    return block;
  }

  /** The line of a {@code //} comment, or 0. */
  int lineComment() {
    return lineComment;
  }

  private void scan(String line, int number) {
    int at = 0;
    while (at < line.length()) {
      if (insideBlock) {
        int end = line.indexOf("*/", at);
        keep(end < 0 ? line.substring(at) : line.substring(at, end));
        if (end < 0) {
          return;
        }
        insideBlock = false;
        seenFirstBlock = true;
        at = end + 2;
      } else if (line.startsWith("//", at)) {
        lineComment = lineComment == 0 ? number : lineComment;
        return;
      } else if (line.startsWith("/*", at)) {
        int end = line.indexOf("*/", at + 2);
        if (end < 0) {
          insideBlock = true;
          keep(line.substring(at + 2));
          return;
        }
        comments.add(new Comment(number, line.substring(at + 2, end).strip()));
        at = end + 2;
      } else if (line.charAt(at) == '"' || line.charAt(at) == '\'') {
        at = afterLiteral(line, at);
      } else {
        at++;
      }
    }
  }

  private void keep(String text) {
    if (!seenFirstBlock) {
      String bare = text.strip();
      block.add(bare.startsWith("*") ? bare.substring(1).strip() : bare);
    }
  }

  /** An unclosed literal ends with its line. */
  private static int afterLiteral(String line, int start) {
    char quote = line.charAt(start);
    int at = start + 1;
    while (at < line.length() && line.charAt(at) != quote) {
      at += line.charAt(at) == '\\' ? 2 : 1;
    }
    return at + 1;
  }
}
