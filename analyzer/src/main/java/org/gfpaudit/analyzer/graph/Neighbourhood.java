package org.gfpaudit.analyzer.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.gfpaudit.analyzer.model.BelievableEdges.Believed;
import org.gfpaudit.analyzer.model.BelievableEdges.Leading;
import org.gfpaudit.analyzer.model.CallEdge;
import org.gfpaudit.analyzer.model.CallEdges;
import org.gfpaudit.analyzer.model.StackLevel;
import org.gfpaudit.grammar.index.Entity;

/**
 * The definitions within some calls of a few roots. Grows rank by rank, so that what a bound on the
 * number of nodes cuts off is what is farthest away; inside a rank the surest edges go first. Calls
 * that nobody believes are left out and counted.
 */
public final class Neighbourhood {
  private static final Comparator<Leading> SUREST =
      Comparator.comparing((Leading each) -> each.edge().kind()).thenComparing(Leading::edge);

  private final CallEdges calls;
  private final int maxNodes;
  private final Map<Entity, Integer> ranks = new LinkedHashMap<>();
  private final Map<Entity, StackLevel> levels = new HashMap<>();
  private final NavigableSet<CallEdge> edges = new TreeSet<>();
  private final Map<Entity, Set<Entity>> hidden = new HashMap<>();
  private final Set<Entity> allHidden = new LinkedHashSet<>();
  private final Set<Entity> leaves = new TreeSet<>();
  private boolean isDepthReached;
  private int leftOutCount;

  private Neighbourhood(CallEdges calls, int maxNodes) {
    this.calls = calls;
    this.maxNodes = maxNodes;
  }

  /**
   * Grows the graph.
   *
   * @param roots at least one; they are shown whatever {@code maxNodes} says
   * @param path further definitions below the roots, each called by a root or by one before it
   * @param depth how many calls away from the roots, at least 0
   * @param maxNodes how many definitions at most
   */
  public static Neighbourhood of(
      CallEdges calls,
      List<Entity> roots,
      List<Entity> path,
      Direction direction,
      int depth,
      int maxNodes) {
    Neighbourhood result = new Neighbourhood(calls, maxNodes);
    result.grow(roots, path, direction, depth);
    return result;
  }

  private void grow(List<Entity> roots, List<Entity> path, Direction direction, int depth) {
    roots.forEach(root -> ranks.put(root, 0));
    for (Entity entity : path) {
      calls.callersOf(entity).stream()
          .filter(e -> ranks.getOrDefault(e.caller(), -1) >= 0)
          .filter(e -> e.kind().isCall())
          .findFirst()
          .ifPresent(e -> ranks.putIfAbsent(entity, ranks.getOrDefault(e.caller(), 0) + 1));
    }
    List<Entity> above = List.copyOf(roots);
    List<Entity> below = List.copyOf(roots);
    for (int distance = 1; distance <= depth; distance++) {
      if (direction.isUpward()) {
        above = next(above, this::callers, CallEdge::caller, -distance);
      }
      if (direction.isDownward()) {
        below = next(below, this::callees, CallEdge::callee, distance);
      }
    }
    isDepthReached =
        (direction.isUpward() && hasMore(above)) || (direction.isDownward() && hasMore(below));
    addPath(path);
  }

  private Believed callers(Entity entity) {
    return calls.believable().callers(calls.callersOf(entity), level(entity));
  }

  private Believed callees(Entity entity) {
    return calls.believable().callees(calls.calleesOf(entity), level(entity));
  }

  private StackLevel level(Entity entity) {
    return levels.getOrDefault(entity, StackLevel.FIRST);
  }

  private boolean hasMore(List<Entity> front) {
    return front.stream().anyMatch(entity -> !leaves.contains(entity));
  }

  /** The edges along the path of a mask, also where the graph does not grow downwards. */
  private void addPath(List<Entity> path) {
    for (Entity entity : path) {
      calls.callersOf(entity).stream()
          .filter(e -> ranks.containsKey(e.callee()))
          .filter(e -> ranks.getOrDefault(e.caller(), -1) >= 0)
          .forEach(edges::add);
    }
  }

  private List<Entity> next(
      List<Entity> front,
      Function<Entity, Believed> edgesOf,
      Function<CallEdge, Entity> far,
      int rank) {
    List<Entity> added = new ArrayList<>();
    List<Leading> found = new ArrayList<>();
    for (Entity entity : front) {
      if (!leaves.contains(entity)) {
        Believed believed = edgesOf.apply(entity);
        found.addAll(believed.edges());
        leftOutCount += believed.leftOut();
      }
    }
    found.sort(SUREST);
    for (Leading leading : found) {
      CallEdge edge = leading.edge();
      Entity other = far.apply(edge);
      if (!ranks.containsKey(other)) {
        if (ranks.size() >= maxNodes) {
          Entity near = other.equals(edge.caller()) ? edge.callee() : edge.caller();
          hidden.computeIfAbsent(near, n -> new TreeSet<>()).add(other);
          allHidden.add(other);
          continue;
        }
        ranks.put(other, rank);
        added.add(other);
        if (edge.kind() == CallEdge.Kind.HANDED_OVER) {
          // Its callers do not lead to the callee: nobody knows when that runs.
          leaves.add(other);
        }
      }
      if (ranks.get(other) == rank) {
        levels.merge(other, leading.level(), StackLevel::join);
      }
      edges.add(edge);
    }
    return added;
  }

  /** Whether the neighbourhood ends at the depth asked for and not at its own end. */
  public boolean isDepthReached() {
    return isDepthReached;
  }

  /** How many definitions the bound on nodes kept out, of those that were seen. */
  public int hiddenCount() {
    return allHidden.size();
  }

  /** How many calls of what is shown are left out because they can hardly be. */
  public int leftOutCount() {
    return leftOutCount;
  }

  /** The graph, with a node for each definition as {@code describe} tells it. */
  public CallGraph toGraph(String title, List<String> cuts, NodeSource describe) {
    Map<Entity, GraphNode> nodes = new TreeMap<>();
    ranks.forEach(
        (entity, rank) ->
            nodes.put(
                entity, describe.node(entity, rank, hidden.getOrDefault(entity, Set.of()).size())));
    List<GraphEdge> graphEdges = new ArrayList<>();
    for (CallEdge edge : edges) {
      graphEdges.add(
          new GraphEdge(
              Objects.requireNonNull(nodes.get(edge.caller())),
              Objects.requireNonNull(nodes.get(edge.callee())),
              edge.kind(),
              edge.through().display()));
    }
    return new CallGraph(title, cuts, List.copyOf(nodes.values()), graphEdges);
  }

  /** Tells what is to be known of a definition. */
  @FunctionalInterface
  public interface NodeSource {
    GraphNode node(Entity entity, int rank, int hiddenCount);
  }
}
