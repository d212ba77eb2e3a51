package org.gfpaudit.analyzer.solver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleDirectedGraph;

/** Who calls whom among the functions under analysis. */
public final class ComponentOrder<V extends Comparable<V>> {
  private final Graph<V, DefaultEdge> graph = new SimpleDirectedGraph<>(DefaultEdge.class);

  public void addFunction(V entity) {
    graph.addVertex(entity);
  }

  /** Adds a call between two functions that were added before; a call of itself adds nothing. */
  public void addCall(V caller, V callee) {
    if (!caller.equals(callee)) {
      graph.addEdge(caller, callee);
    }
  }

  /**
   * The strongly connected components, callees first; inside a component entities are sorted.
   *
   * <p>JGraphT's implementation of Kosaraju's algorithm does not recurse, so long chains of calls
   * do not exhaust the stack. It promises no order among components and hands out sets; the order
   * here is made by counting, for each component, how far it is from the leaves.
   */
  public List<List<V>> componentsCalleesFirst() {
    List<Set<V>> components =
        new KosarajuStrongConnectivityInspector<>(graph).stronglyConnectedSets();
    SortedMap<V, Integer> componentOf = new TreeMap<>();
    List<List<V>> members = new ArrayList<>();
    for (Set<V> component : components) {
      component.forEach(entity -> componentOf.put(entity, members.size()));
      members.add(component.stream().sorted().toList());
    }
    return ordered(members, componentOf);
  }

  /** Kahn's algorithm on the condensed graph, from the leaves, smallest entity first. */
  private List<List<V>> ordered(List<List<V>> members, SortedMap<V, Integer> componentOf) {
    int[] openCallees = new int[members.size()];
    List<List<Integer>> callers = new ArrayList<>();
    members.forEach(component -> callers.add(new ArrayList<>()));
    for (DefaultEdge edge : graph.edgeSet()) {
      int caller = componentOf.get(graph.getEdgeSource(edge));
      int callee = componentOf.get(graph.getEdgeTarget(edge));
      if (caller != callee) {
        callers.get(callee).add(caller);
        openCallees[caller]++;
      }
    }
    SortedMap<V, Integer> ready = new TreeMap<>();
    for (int i = 0; i < members.size(); i++) {
      if (openCallees[i] == 0) {
        ready.put(members.get(i).get(0), i);
      }
    }
    List<List<V>> order = new ArrayList<>(members.size());
    while (!ready.isEmpty()) {
      int next = ready.remove(ready.firstKey());
      order.add(members.get(next));
      for (int caller : callers.get(next)) {
        if (--openCallees[caller] == 0) {
          ready.put(members.get(caller).get(0), caller);
        }
      }
    }
    return Collections.unmodifiableList(order);
  }
}
