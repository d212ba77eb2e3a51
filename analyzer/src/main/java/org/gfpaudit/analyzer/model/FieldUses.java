package org.gfpaudit.analyzer.model;

import org.gfpaudit.grammar.index.SourceIndex;

/** What becomes of what stands in a field: it is called there, or handed on. */
record FieldUses(FieldCalls calls, FieldReads reads) {
  static FieldUses of(SourceIndex index, Bodies bodies, FieldOwners owners, Tracing tracing) {
    return new FieldUses(
        new FieldCalls(index, bodies, owners, tracing), new FieldReads(index, bodies, owners));
  }
}
