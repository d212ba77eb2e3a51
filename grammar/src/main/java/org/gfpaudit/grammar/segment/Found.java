package org.gfpaudit.grammar.segment;

import java.util.Arrays;
import java.util.List;
import org.gfpaudit.grammar.index.Entity;

/** Entities that a query found. */
final class Found {
  private int[] entities = new int[8];
  private int size;

  /** Adds an entity, if it is one. */
  void add(int entity) {
    if (entity < 0) {
      return;
    }
    if (size == entities.length) {
      entities = Arrays.copyOf(entities, size * 2);
    }
    entities[size++] = entity;
  }

  List<Entity> sorted() {
    Arrays.sort(entities, 0, size);
    return new EntityList(Arrays.copyOf(entities, size));
  }
}
