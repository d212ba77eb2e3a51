package org.gfpaudit.analyzer.locks;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.Name;

/**
 * Functions that are to be looked at, callees before callers as far as their names tell, so that
 * few are looked at twice. One that nobody knew of before comes last.
 */
final class CalleesFirst {
  private final Map<Entity, Integer> ranks = new HashMap<>();
  private final TreeMap<Integer, Entity> pending = new TreeMap<>();

  /**
   * @param functions all that are to be looked at, for now
   */
  CalleesFirst(Model model, Collection<Entity> functions) {
    Map<Name, Set<Entity>> byName = new HashMap<>();
    for (Entity function : functions) {
      byName.computeIfAbsent(model.index().nameOf(function), name -> new TreeSet<>()).add(function);
    }
    Set<Entity> entered = new HashSet<>();
    for (Entity first : functions) {
      Deque<Frame> stack = new ArrayDeque<>();
      if (entered.add(first)) {
        stack.push(new Frame(first, model.index().calls(first).iterator()));
      }
      while (!stack.isEmpty()) {
        Frame top = stack.peek();
        if (!top.calls().hasNext()) {
          add(stack.pop().function());
          continue;
        }
        for (Entity callee : byName.getOrDefault(top.calls().next(), Set.of())) {
          if (entered.add(callee)) {
            stack.push(new Frame(callee, model.index().calls(callee).iterator()));
          }
        }
      }
    }
  }

  /** A function whose callees are being looked at. */
  private record Frame(Entity function, Iterator<Name> calls) {}

  /** Has a function looked at, again or for the first time. */
  void add(Entity function) {
    pending.put(ranks.computeIfAbsent(function, each -> ranks.size()), function);
  }

  /** The next to look at; empty where none is left. */
  Optional<Entity> poll() {
    return Optional.ofNullable(pending.pollFirstEntry()).map(Map.Entry::getValue);
  }
}
