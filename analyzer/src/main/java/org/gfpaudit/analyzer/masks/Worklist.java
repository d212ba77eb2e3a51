package org.gfpaudit.analyzer.masks;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.gfpaudit.analyzer.solver.ComponentOrder;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.Name;
import org.gfpaudit.grammar.index.SourceIndex;

/**
 * The functions that are still to be analysed, or again: callees first over strongly connected
 * components, and those of one component in turns.
 */
final class Worklist {
  private static final int MOST_RANKED_ANEW = 4_000;
  private static final int MOST_FULL_RANKINGS = 100;
  private static final int NO_RANK = -1;

  /** So many are looked at for each that is wanted to be analysed ahead. */
  private static final int LOOKS_EACH = 2;

  private final SourceIndex index;
  private final TreeMap<Integer, Entity> pending = new TreeMap<>();
  private final Map<Entity, Integer> ranks = new HashMap<>();

  /** For each rank the first one of its component. */
  private final List<Integer> components = new ArrayList<>();

  private final Map<Entity, List<Entity>> possibleCallees = new HashMap<>();
  private int rankedAnew;
  private int fullRankings;
  private int last = NO_RANK;

  Worklist(SourceIndex index) {
    this.index = index;
  }

  boolean isEmpty() {
    return pending.isEmpty();
  }

  /** Notes that a function is to be analysed; reports whether it has a rank. */
  boolean add(Entity entity) {
    Integer rank = ranks.get(entity);
    if (rank != null) {
      pending.put(rank, entity);
    }
    return rank != null;
  }

  /**
   * Takes the first function, but in a component the one behind the last: functions that call each
   * other are gone through in turns. Going back to the first of them each time would do it anew for
   * every small step in which what one of them reaches grows.
   */
  Entity next() {
    int rank = pending.firstKey();
    Integer behind = pending.higherKey(last);
    if (behind != null && isInComponentOfLast(rank) && isInComponentOfLast(behind)) {
      rank = behind;
    }
    last = rank;
    return Objects.requireNonNull(pending.remove(rank));
  }

  private boolean isInComponentOfLast(int rank) {
    return last != NO_RANK && components.get(rank).equals(components.get(last));
  }

  /**
   * Gives {@code arrivals} a rank. The order of all is made anew while they are few and have not
   * come often, and later each time they have grown by a quarter; in between arrivals come after
   * all others, in an order of their own. So ranks cost a constant share of the work, however long
   * the chains are along which functions arrive one by one.
   *
   * @param all those under analysis, with the arrivals
   */
  void rank(Set<Entity> all, Set<Entity> arrivals) {
    boolean areFew = all.size() <= MOST_RANKED_ANEW && fullRankings < MOST_FULL_RANKINGS;
    if (areFew || all.size() - rankedAnew > rankedAnew / 4) {
      fullRankings++;
      ranks.clear();
      components.clear();
      rank(all);
      rankedAnew = all.size();
    } else {
      rank(arrivals);
    }
    last = NO_RANK;
  }

  /** Ranks {@code entities} callees first, behind all that have a rank. */
  private void rank(Set<Entity> entities) {
    ComponentOrder<Entity> graph = new ComponentOrder<>();
    BitSet members = new BitSet();
    for (Entity entity : entities) {
      graph.addFunction(entity);
      members.set(entity.number());
    }
    for (Entity caller : entities) {
      for (Entity callee : possibleCallees(caller)) {
        if (members.get(callee.number())) {
          graph.addCall(caller, callee);
        }
      }
    }
    for (List<Entity> component : graph.componentsCalleesFirst()) {
      int first = ranks.size();
      for (Entity entity : component) {
        components.add(first);
        ranks.put(entity, ranks.size());
      }
    }
  }

  /** Whatever bears a name that {@code caller} calls; asked again at each ranking. */
  private List<Entity> possibleCallees(Entity caller) {
    List<Entity> known = possibleCallees.get(caller);
    if (known == null) {
      known = new ArrayList<>();
      for (Name name : index.calls(caller)) {
        known.addAll(index.definitions(name));
      }
      possibleCallees.put(caller, known);
    }
    return known;
  }

  /**
   * One whose turn it is, and some of those that wait, in their order, that call neither it nor any
   * that waits, as far as names tell. Only the next few are looked at: in a long chain each calls
   * another that waits.
   *
   * @param most how many are wanted
   */
  List<Entity> independent(Entity first, int most) {
    List<Entity> found = new ArrayList<>(List.of(first));
    int looks = LOOKS_EACH * most;
    for (Entity entity : pending.values()) {
      if (found.size() == most || looks-- == 0) {
        break;
      }
      if (possibleCallees(entity).stream()
          .noneMatch(
              callee -> callee.equals(first) || (isWaiting(callee) && !callee.equals(entity)))) {
        found.add(entity);
      }
    }
    return found;
  }

  private boolean isWaiting(Entity entity) {
    Integer rank = ranks.get(entity);
    return rank != null && pending.containsKey(rank);
  }
}
