package org.gfpaudit.analyzer.model;

import org.gfpaudit.grammar.index.Entity;

/** The bodies of definitions, each kept once it was read. Safe for several threads. */
final class Bodies {
  private final Program program;
  private final TypeOracle types;
  private final Memo<Entity, Body> known;

  Bodies(Program program, TypeOracle types) {
    this.program = program;
    this.types = types;
    this.known = new Memo<>(program.tracing(), "bodies");
  }

  Body of(Entity entity) {
    return known.get(entity, each -> BodyReader.read(program, types, each));
  }

  /** Whether an entity can call anything. */
  boolean isCode(Entity entity) {
    return switch (program.index().kind(entity)) {
      case FUNCTION, FUNCTION_MACRO, OBJECT_MACRO -> true;
      case STRUCT, TYPEDEF, VARIABLE, INVOCATION -> false;
    };
  }

  boolean isMacro(Entity entity) {
    return switch (program.index().kind(entity)) {
      case FUNCTION_MACRO, OBJECT_MACRO -> true;
      case FUNCTION, STRUCT, TYPEDEF, VARIABLE, INVOCATION -> false;
    };
  }
}
