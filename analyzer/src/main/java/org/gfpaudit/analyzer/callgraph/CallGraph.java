package org.gfpaudit.analyzer.callgraph;

import java.util.Collection;
import java.util.List;
import org.jgrapht.Graph;
import org.jgrapht.graph.DirectedPseudograph;

/** A part of a call graph: definitions and the calls between them, several per pair if need be. */
public final class CallGraph {
  private final Graph<GraphNode, GraphEdge> graph = new DirectedPseudograph<>(GraphEdge.class);
  private final String title;
  private final List<String> cuts;

  /**
   * A graph of the given nodes and of edges between them.
   *
   * @param title one line for people
   * @param cuts what is not shown, as phrases without a period
   */
  CallGraph(
      String title, List<String> cuts, Collection<GraphNode> nodes, Collection<GraphEdge> edges) {
    this.title = title;
    this.cuts = List.copyOf(cuts);
    nodes.forEach(graph::addVertex);
    edges.forEach(edge -> graph.addEdge(edge.caller(), edge.callee(), edge));
  }

  public String title() {
    return title;
  }

  /** What is not shown, as phrases without a period; empty where nothing was left out. */
  public List<String> cuts() {
    return cuts;
  }

  /** The nodes, callers first, sorted inside a rank. */
  public List<GraphNode> nodes() {
    return graph.vertexSet().stream().sorted().toList();
  }

  public List<GraphEdge> edges() {
    return graph.edgeSet().stream().sorted().toList();
  }

  /** The edges that start in {@code node}. */
  public List<GraphEdge> edgesFrom(GraphNode node) {
    return graph.outgoingEdgesOf(node).stream().sorted().toList();
  }
}
