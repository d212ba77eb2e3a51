package org.gfpaudit.analyzer.scope;

import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gfpaudit.analyzer.lower.LocalVariable;

/**
 * What can be the case at one point of a function as to cookies: one world for each combination of
 * open scopes and of conditions that are known to be true or false. Immutable; the join is the
 * union.
 */
record CookieWorlds(SortedSet<World> worlds) {
  /** More worlds than this are too many to tell apart: the function is given up. */
  static final int MAX_WORLDS = 64;

  static final CookieWorlds ENTRY = of(new World(new TreeMap<>(), new TreeMap<>()));

  /**
   * One combination.
   *
   * @param saved by the cookie's variable the byte offset of the save call that set it
   * @param facts what conditions are known to be, by their text
   */
  record World(SortedMap<LocalVariable, Integer> saved, SortedMap<String, Boolean> facts)
      implements Comparable<World> {
    World withSaved(LocalVariable cookie, int offset) {
      SortedMap<LocalVariable, Integer> changed = new TreeMap<>(saved);
      changed.put(cookie, offset);
      return new World(changed, facts);
    }

    World withoutSaved(LocalVariable cookie) {
      SortedMap<LocalVariable, Integer> changed = new TreeMap<>(saved);
      changed.remove(cookie);
      return new World(changed, facts);
    }

    World withFact(String condition, boolean truth) {
      SortedMap<String, Boolean> changed = new TreeMap<>(facts);
      changed.put(condition, truth);
      return new World(saved, changed);
    }

    World withoutFacts(Set<String> forgotten) {
      SortedMap<String, Boolean> changed = new TreeMap<>(facts);
      changed.keySet().removeAll(forgotten);
      return new World(saved, changed);
    }

    @Override
    public int compareTo(World other) {
      return key().compareTo(other.key());
    }

    private String key() {
      StringBuilder key = new StringBuilder();
      saved.forEach(
          (cookie, at) ->
              key.append(cookie.declarationOffset()).append('=').append(at).append(','));
      return key.append(facts).toString();
    }
  }

  static CookieWorlds of(World world) {
    SortedSet<World> only = new TreeSet<>();
    only.add(world);
    return new CookieWorlds(only);
  }

  boolean isTooMany() {
    return worlds.size() > MAX_WORLDS;
  }

  CookieWorlds join(CookieWorlds other) {
    if (isTooMany() || worlds.containsAll(other.worlds)) {
      return this;
    }
    SortedSet<World> both = new TreeSet<>(worlds);
    both.addAll(other.worlds);
    return new CookieWorlds(both);
  }
}
