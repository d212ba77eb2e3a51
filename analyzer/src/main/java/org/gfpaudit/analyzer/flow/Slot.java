package org.gfpaudit.analyzer.flow;

import org.gfpaudit.analyzer.lower.LocalVariable;

/**
 * A storage place of one function that can hold a mask.
 *
 * @param path empty for the variable itself; {@code ".gfp"} for a field of a local struct, {@code
 *     "->gfp"} for a field of what a pointer points to, {@code "*"} for what a pointer points to,
 *     {@code "[]"} for every element of an array
 */
record Slot(LocalVariable variable, String path) implements Comparable<Slot> {

  static Slot of(LocalVariable variable) {
    return new Slot(variable, "");
  }

  static Slot pointee(LocalVariable pointer) {
    return new Slot(pointer, "*");
  }

  static Slot elements(LocalVariable array) {
    return new Slot(array, "[]");
  }

  @Override
  public int compareTo(Slot other) {
    int byVariable = variable.compareTo(other.variable);
    return byVariable != 0 ? byVariable : path.compareTo(other.path);
  }

  // By hand: slots are the keys of every state.
  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Slot that && variable.equals(that.variable) && path.equals(that.path);
  }

  @Override
  public int hashCode() {
    return 31 * variable.hashCode() + path.hashCode();
  }
}
