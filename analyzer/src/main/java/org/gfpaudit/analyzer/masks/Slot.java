package org.gfpaudit.analyzer.masks;

import java.util.ArrayList;
import java.util.List;
import org.gfpaudit.analyzer.lower.LocalVariable;

/**
 * A storage place of one function that can hold a mask, seen from a variable of the function.
 *
 * <p>Slots are the keys of every state: each kind compares and hashes by hand.
 */
sealed interface Slot {

  LocalVariable variable();

  /** Whether nothing is known of the slot any more once its variable is set as a whole. */
  boolean isLostWithVariable();

  static Slot of(LocalVariable variable) {
    return new Whole(variable);
  }

  static Slot pointee(LocalVariable pointer) {
    return new Pointee(pointer);
  }

  static Slot elements(LocalVariable array) {
    return new Elements(array);
  }

  static Slot initialised(LocalVariable struct) {
    return new Initialised(struct);
  }

  static Slot handedOut(LocalVariable struct) {
    return new HandedOut(struct);
  }

  static Slot escaped(LocalVariable variable) {
    return new Escaped(variable);
  }

  /** What a variable holds: itself, or its elements if it is an array. */
  static Slot held(LocalVariable variable) {
    return variable.type().array() ? elements(variable) : of(variable);
  }

  /** The variable itself. */
  record Whole(LocalVariable variable) implements Slot {
    @Override
    public boolean isLostWithVariable() {
      return false;
    }

    @Override
    public boolean equals(Object other) {
      return this == other || (other instanceof Whole that && variable.equals(that.variable));
    }

    @Override
    public int hashCode() {
      return variable.hashCode();
    }
  }

  /** What a pointer points to: {@code *pointer}. */
  record Pointee(LocalVariable variable) implements Slot {
    @Override
    public boolean isLostWithVariable() {
      return true;
    }

    @Override
    public boolean equals(Object other) {
      return this == other || (other instanceof Pointee that && variable.equals(that.variable));
    }

    @Override
    public int hashCode() {
      return 31 * variable.hashCode() + 1;
    }
  }

  /** Every element of an array, taken together: {@code array[i]}. */
  record Elements(LocalVariable variable) implements Slot {
    @Override
    public boolean isLostWithVariable() {
      return true;
    }

    @Override
    public boolean equals(Object other) {
      return this == other || (other instanceof Elements that && variable.equals(that.variable));
    }

    @Override
    public int hashCode() {
      return 31 * variable.hashCode() + 2;
    }
  }

  /**
   * What the fields of a struct hold that are not slots of their own: zero, where it was set by a
   * list of initialisers.
   */
  record Initialised(LocalVariable variable) implements Slot {
    @Override
    public boolean isLostWithVariable() {
      return true;
    }

    @Override
    public boolean equals(Object other) {
      return this == other || (other instanceof Initialised that && variable.equals(that.variable));
    }

    @Override
    public int hashCode() {
      return 31 * variable.hashCode() + 3;
    }
  }

  /** A mark: a function was handed the address of a struct, and may have set its fields. */
  record HandedOut(LocalVariable variable) implements Slot {
    @Override
    public boolean isLostWithVariable() {
      return true;
    }

    @Override
    public boolean equals(Object other) {
      return this == other || (other instanceof HandedOut that && variable.equals(that.variable));
    }

    @Override
    public int hashCode() {
      return 31 * variable.hashCode() + 5;
    }
  }

  /** A mark: the address of a variable is where it is not followed. */
  record Escaped(LocalVariable variable) implements Slot {
    @Override
    public boolean isLostWithVariable() {
      return false;
    }

    @Override
    public boolean equals(Object other) {
      return this == other || (other instanceof Escaped that && variable.equals(that.variable));
    }

    @Override
    public int hashCode() {
      return 31 * variable.hashCode() + 6;
    }
  }

  /** A field of a struct. */
  sealed interface OfField extends Slot {
    /** The names of the fields that lead to it from the variable, outermost first; at least one. */
    List<String> steps();

    /** The slot of the field {@code field} of the struct that this field is. */
    OfField then(String field);

    @Override
    default boolean isLostWithVariable() {
      return true;
    }
  }

  /** A field of a local struct: {@code struct.a.b}. */
  record Field(LocalVariable variable, List<String> steps) implements OfField {
    public Field {
      steps = List.copyOf(steps);
    }

    public Field(LocalVariable variable, String field) {
      this(variable, List.of(field));
    }

    @Override
    public Field then(String field) {
      return new Field(variable, longer(steps, field));
    }

    @Override
    public boolean equals(Object other) {
      return this == other
          || (other instanceof Field that
              && variable.equals(that.variable)
              && steps.equals(that.steps));
    }

    @Override
    public int hashCode() {
      return 31 * variable.hashCode() + steps.hashCode();
    }
  }

  /** A field of the struct that a pointer points to: {@code pointer->a.b}. */
  record FieldBehind(LocalVariable variable, List<String> steps) implements OfField {
    public FieldBehind {
      steps = List.copyOf(steps);
    }

    public FieldBehind(LocalVariable variable, String field) {
      this(variable, List.of(field));
    }

    @Override
    public FieldBehind then(String field) {
      return new FieldBehind(variable, longer(steps, field));
    }

    @Override
    public boolean equals(Object other) {
      return this == other
          || (other instanceof FieldBehind that
              && variable.equals(that.variable)
              && steps.equals(that.steps));
    }

    @Override
    public int hashCode() {
      return 31 * variable.hashCode() + steps.hashCode() + 4;
    }
  }

  private static List<String> longer(List<String> steps, String field) {
    List<String> all = new ArrayList<>(steps);
    all.add(field);
    return all;
  }
}
