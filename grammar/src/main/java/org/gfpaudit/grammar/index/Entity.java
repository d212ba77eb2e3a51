package org.gfpaudit.grammar.index;

/**
 * A definition at file scope, as a {@link SourceIndex} numbers it. Two of one index are ordered as
 * their files and offsets are.
 *
 * @param number from 0, below {@link SourceIndex#entityBound}; for arrays and bit sets that are
 *     indexed by entities
 */
public record Entity(int number) implements Comparable<Entity> {

  @Override
  public int compareTo(Entity other) {
    return Integer.compare(number, other.number);
  }

  // By hand: entities are the keys of nearly every table.
  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof Entity that && number == that.number);
  }

  @Override
  public int hashCode() {
    return number;
  }
}
