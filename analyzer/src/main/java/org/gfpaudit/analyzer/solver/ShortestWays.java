package org.gfpaudit.analyzer.solver;

import java.util.List;
import java.util.Optional;
import org.jgrapht.Graph;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.graph.DirectedMultigraph;

/** The ways of fewest edges through a directed graph; of several edges alike the first counts. */
public final class ShortestWays<V, E> {
  private final Graph<V, E> graph = new DirectedMultigraph<>(null, null, false);

  /** Adds an edge; one from a vertex to itself, and a second one between two, add nothing. */
  public void add(V from, V to, E edge) {
    graph.addVertex(from);
    graph.addVertex(to);
    if (!from.equals(to) && !graph.containsEdge(from, to)) {
      graph.addEdge(from, to, edge);
    }
  }

  /** The edges of one of the shortest ways from one vertex to another; empty where none leads. */
  public Optional<List<E>> way(V from, V to) {
    if (from.equals(to) || !graph.containsVertex(from) || !graph.containsVertex(to)) {
      return Optional.empty();
    }
    GraphPath<V, E> path = BFSShortestPath.findPathBetween(graph, from, to);
    return path == null ? Optional.empty() : Optional.of(path.getEdgeList());
  }
}
