package org.gfpaudit.analyzer.scope;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gfpaudit.analyzer.lower.LocalVariable;

/**
 * What can be the case at one point of a function as to cookies: one world for each combination of
 * open scopes and of conditions that are known to be true or false. Immutable; the join is the
 * union.
 */
record CookieWorlds(Set<World> worlds) {
  /** More worlds than this are too many to tell apart: the function is given up. */
  static final int MAX_WORLDS = 64;

  static final CookieWorlds ENTRY = of(new World(new TreeMap<>(), Map.of()));

  /**
   * One combination.
   *
   * @param saved by the cookie's variable the byte offset of the save call that set it
   * @param facts what conditions are known to be
   */
  record World(SortedMap<LocalVariable, Integer> saved, Map<ConditionText, Boolean> facts) {
    // By hand: worlds are the elements of every state.
    @Override
    public boolean equals(Object other) {
      return this == other
          || (other instanceof World that && saved.equals(that.saved) && facts.equals(that.facts));
    }

    @Override
    public int hashCode() {
      return 31 * saved.hashCode() + facts.hashCode();
    }

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

    World withFact(ConditionText condition, boolean truth) {
      Map<ConditionText, Boolean> changed = new HashMap<>(facts);
      changed.put(condition, truth);
      return new World(saved, changed);
    }

    World withoutFacts(Set<ConditionText> forgotten) {
      Map<ConditionText, Boolean> changed = new HashMap<>(facts);
      changed.keySet().removeAll(forgotten);
      return new World(saved, changed);
    }
  }

  static CookieWorlds of(World world) {
    Set<World> only = new HashSet<>();
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
    Set<World> both = new HashSet<>(worlds);
    both.addAll(other.worlds);
    return new CookieWorlds(both);
  }
}
