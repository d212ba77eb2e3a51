package org.gfpaudit.analyzer.masks;

import org.gfpaudit.grammar.index.Entity;

/**
 * Something at file scope that has a value: an object-like macro, or a variable.
 *
 * @param name of the variable: one declaration may declare several; empty for a macro
 */
record GlobalDefinition(Kind kind, Entity entity, String name) {

  /** What of it is meant. */
  enum Kind {
    MACRO("a macro that names itself"),
    INITIAL_VALUE("a variable that is initialised with itself"),
    /** What the functions of its file set a variable to, as far as that is followed. */
    ASSIGNED("a variable that is set to itself"),
    /** The elements of an array, taken together. */
    ELEMENTS("an array that is initialised with itself");

    private final String inCircle;

    Kind(String inCircle) {
      this.inCircle = inCircle;
    }

    /** Why the value is unknown to a definition that it is made of itself. */
    String inCircle() {
      return inCircle;
    }
  }

  static GlobalDefinition macro(Entity entity) {
    return new GlobalDefinition(Kind.MACRO, entity, "");
  }

  static GlobalDefinition initialValue(Entity entity, String name) {
    return new GlobalDefinition(Kind.INITIAL_VALUE, entity, name);
  }

  static GlobalDefinition assigned(Entity entity, String name) {
    return new GlobalDefinition(Kind.ASSIGNED, entity, name);
  }

  static GlobalDefinition elements(Entity entity, String name) {
    return new GlobalDefinition(Kind.ELEMENTS, entity, name);
  }
}
