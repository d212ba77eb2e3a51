package org.gfpaudit.analyzer.model;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gfpaudit.grammar.index.Entity;

/** The bodies of definitions, each kept once it was read. Safe for several threads. */
final class Bodies {
  private final Program program;
  private final TypeOracle types;
  private final Map<Entity, Body> known = new ConcurrentHashMap<>();

  Bodies(Program program, TypeOracle types) {
    this.program = program;
    this.types = types;
  }

  Body of(Entity entity) {
    Body body = known.get(entity);
    if (body == null) {
      body = BodyReader.read(program, types, entity);
      known.put(entity, body);
    }
    return body;
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
