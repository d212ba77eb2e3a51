package org.gfpaudit.grammar.index;

/**
 * A file of a tree, as a {@link SourceIndex} numbers it. Files are ordered as their paths are.
 *
 * @param number from 0; not every one up to the largest is that of a file
 */
public record SourceFile(int number) implements Comparable<SourceFile> {

  @Override
  public int compareTo(SourceFile other) {
    return Integer.compare(number, other.number);
  }

  // By hand: files are the keys of what is visible where.
  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof SourceFile that && number == that.number);
  }

  @Override
  public int hashCode() {
    return number;
  }
}
