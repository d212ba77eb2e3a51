package org.gfpaudit.analyzer.program;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What was read of the texts of a tree: definitions, answers to searches, whole files. Safe for
 * several threads; what they read is seen by whoever waited for them.
 */
public final class TextReads {
  /** By entity; set only, so that two threads may. */
  private final boolean[] definitions;

  private final Set<Integer> whole = ConcurrentHashMap.newKeySet();
  private final ConcurrentMap<Integer, ConcurrentMap<String, Boolean>> searches =
      new ConcurrentHashMap<>();

  TextReads(int entityCount) {
    definitions = new boolean[entityCount];
  }

  void definition(int entity) {
    definitions[entity] = true;
  }

  void whole(int file) {
    whole.add(file);
  }

  void search(int file, String pattern, boolean isFound) {
    searches.computeIfAbsent(file, f -> new ConcurrentHashMap<>()).put(pattern, isFound);
  }

  /** Reports whether the definition of {@code entity} was read. */
  public boolean isRead(int entity) {
    return definitions[entity];
  }

  /** Reports whether anything of {@code file} may have been read. */
  public boolean isReadWhole(int file) {
    return whole.contains(file);
  }

  /** The patterns that were searched for in {@code file}, sorted, and whether they were found. */
  public Map<String, Boolean> searches(int file) {
    return new TreeMap<>(searches.getOrDefault(file, new ConcurrentHashMap<>()));
  }
}
