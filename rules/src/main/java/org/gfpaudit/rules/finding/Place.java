package org.gfpaudit.rules.finding;

/**
 * A position in the tree, for people and for reports.
 *
 * @param file relative to the tree's root, with {@code /} between names
 * @param line 1-based
 * @param column 1-based, in bytes
 * @param function the enclosing function or macro; empty at file scope
 */
public record Place(String file, int line, int column, String function)
    implements Comparable<Place> {

  @Override
  public int compareTo(Place other) {
    if (this == other) {
      return 0;
    }
    int byFile = file.compareTo(other.file);
    if (byFile != 0) {
      return byFile;
    }
    int byLine = Integer.compare(line, other.line);
    if (byLine != 0) {
      return byLine;
    }
    int byColumn = Integer.compare(column, other.column);
    return byColumn != 0 ? byColumn : function.compareTo(other.function);
  }

  // Written by hand, because places are compared all the time and most often differ in their
  // lines.
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Place that
            && line == that.line
            && column == that.column
            && file.equals(that.file)
            && function.equals(that.function));
  }

  @Override
  public int hashCode() {
    return (file.hashCode() * 31 + line) * 31 + column;
  }

  /** {@code file:line}. */
  public String fileAndLine() {
    return file + ":" + line;
  }
}
