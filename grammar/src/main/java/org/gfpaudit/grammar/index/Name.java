package org.gfpaudit.grammar.index;

/**
 * A name that a tree holds, as a {@link SourceIndex} numbers it. Numbers are given in the order in
 * which names are asked for, so that their order tells nothing.
 *
 * @param number its place among all names of the tree, from 0
 */
public record Name(int number) {

  // By hand: names are the keys of every question to the index.
  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Name that && number == that.number;
  }

  @Override
  public int hashCode() {
    return number;
  }
}
