package org.gfpaudit.analyzer.graph;

import java.util.List;

/**
 * A part of a call graph: definitions and the calls between them, several per pair if need be.
 *
 * @param title one line for people
 * @param cuts what is not shown, as phrases without a period; empty where nothing was left out
 * @param nodes callers first, sorted inside a rank
 * @param edges between these nodes, sorted
 */
public record CallGraph(
    String title, List<String> cuts, List<GraphNode> nodes, List<GraphEdge> edges) {
  public CallGraph {
    cuts = List.copyOf(cuts);
    nodes = nodes.stream().sorted().toList();
    edges = edges.stream().sorted().distinct().toList();
  }

  /** The edges that start in {@code node}. */
  public List<GraphEdge> edgesFrom(GraphNode node) {
    return edges.stream().filter(edge -> edge.caller().equals(node)).toList();
  }
}
