package org.gfpaudit.analyzer.model;

import java.util.ArrayList;
import java.util.List;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.mask.Symbol;

/**
 * Where a field is read and what it holds handed on: {@code run(file, ops->read)}. Safe for several
 * threads.
 */
final class FieldReads {
  private final SourceIndex index;
  private final Bodies bodies;
  private final FieldOwners owners;

  /**
   * A field that is read.
   *
   * @param isExact whether both structs are known to be one
   */
  record Read(Body.Value.Member value, boolean isExact) {}

  FieldReads(SourceIndex index, Bodies bodies, FieldOwners owners) {
    this.index = index;
    this.bodies = bodies;
    this.owners = owners;
  }

  /** The definitions that may read {@code field}; of most it takes a look at the body to know. */
  List<Entity> candidates(Symbol.Field field) {
    return index.fieldReaders(field.field());
  }

  /** The places where {@code reader} reads {@code field}. */
  List<Read> in(Entity reader, Symbol.Field field) {
    List<Read> reads = new ArrayList<>();
    if (bodies.isCode(reader)) {
      for (Body.Value.Member value : bodies.of(reader).reads()) {
        if (owners.canBeOne(value.field(), field)) {
          reads.add(new Read(value, FieldCalls.isOne(value.field(), field)));
        }
      }
    }
    return reads;
  }
}
