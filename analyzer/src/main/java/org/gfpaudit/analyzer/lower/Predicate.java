package org.gfpaudit.analyzer.lower;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;

/**
 * Something that is true or false at a point of a function, and stays so until one of its operands
 * is assigned.
 *
 * @param text the expression, with every variable told apart from others of its name; two
 *     predicates of one text are the same
 * @param variables what it is made of
 * @param readsMemory whether a store that names none of the variables can change it
 * @param bound what a single variable is compared with, where that is all the predicate is
 */
record Predicate(
    String text, Set<LocalVariable> variables, boolean readsMemory, Optional<Bound> bound) {

  /** How a variable compares with a number. */
  enum Relation {
    EQUAL,
    LESS
  }

  /** {@code variable == value} or {@code variable < value}. */
  record Bound(Relation relation, BigInteger value) {

    /** Whether it holds for a variable within {@code range}; empty where that depends. */
    Optional<Boolean> holdsFor(IntegerRange range) {
      return switch (relation) {
        case EQUAL -> range.equalTo(value);
        case LESS -> range.lessThan(value);
      };
    }
  }

  /** Whether it says that a variable is a number that every type of integer has. */
  boolean isSmallNumber() {
    return bound.isPresent()
        && bound.get().relation() == Relation.EQUAL
        && bound.get().value().signum() >= 0
        && bound.get().value().compareTo(BigInteger.valueOf(Byte.MAX_VALUE)) <= 0;
  }

  /** Whether its truth may be another once {@code changed} holds another value. */
  boolean dependsOn(LocalVariable changed) {
    return variables.contains(changed);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Predicate that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
