package org.gfpaudit.analyzer.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceFile;

/**
 * What was read of the texts of a tree: definitions, answers to searches, whole files. Safe for
 * several threads; what they read is seen by whoever waited for them.
 */
public final class TextReads {
  /** By entity; set only, so that two threads may. */
  private final boolean[] isRead;

  private final Set<SourceFile> whole = ConcurrentHashMap.newKeySet();
  private final ConcurrentMap<SourceFile, ConcurrentMap<String, Boolean>> searches =
      new ConcurrentHashMap<>();

  /**
   * @param entityBound one more than the largest number of an entity
   */
  TextReads(int entityBound) {
    isRead = new boolean[entityBound];
  }

  void definition(Entity entity) {
    isRead[entity.number()] = true;
  }

  void whole(SourceFile file) {
    whole.add(file);
  }

  void search(SourceFile file, String pattern, boolean isFound) {
    searches.computeIfAbsent(file, f -> new ConcurrentHashMap<>()).put(pattern, isFound);
  }

  /** Whether the definition of {@code entity} was read. */
  public boolean isRead(Entity entity) {
    return isRead[entity.number()];
  }

  /** The definitions that were read, in order. */
  public List<Entity> definitions() {
    return IntStream.range(0, isRead.length)
        .filter(number -> isRead[number])
        .mapToObj(Entity::new)
        .toList();
  }

  /** Whether anything of {@code file} may have been read. */
  public boolean isReadWhole(SourceFile file) {
    return whole.contains(file);
  }

  /** The patterns that were searched for in {@code file}, sorted, and whether they were found. */
  public Map<String, Boolean> searches(SourceFile file) {
    return new TreeMap<>(searches.getOrDefault(file, new ConcurrentHashMap<>()));
  }
}
