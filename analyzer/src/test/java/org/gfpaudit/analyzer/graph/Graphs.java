package org.gfpaudit.analyzer.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.gfpaudit.analyzer.graph.GraphNode.Definition;
import org.gfpaudit.analyzer.graph.GraphNode.Judged;
import org.gfpaudit.analyzer.graph.GraphNode.Shape;
import org.gfpaudit.analyzer.model.CallEdge;

/** Call graphs made by hand. */
final class Graphs {
  private final Map<String, GraphNode> nodes = new TreeMap<>();
  private final List<GraphEdge> edges = new ArrayList<>();

  static GraphNode node(String name, int rank) {
    return new GraphNode(
        "a.c:" + name,
        new Definition(name, "a.c", 7, Shape.FUNCTION),
        rank,
        /* isSink= */ false,
        new Judged(Optional.empty(), List.of()),
        /* hiddenCount= */ 0);
  }

  Graphs with(GraphNode node) {
    nodes.put(node.name(), node);
    return this;
  }

  Graphs with(String name, int rank) {
    return with(node(name, rank));
  }

  Graphs calls(String caller, String callee) {
    return edge(caller, callee, CallEdge.Kind.DIRECT, "");
  }

  Graphs edge(String caller, String callee, CallEdge.Kind kind, String through) {
    edges.add(new GraphEdge(named(caller), named(callee), kind, through));
    return this;
  }

  private GraphNode named(String name) {
    return Objects.requireNonNull(nodes.get(name), name);
  }

  CallGraph graph() {
    return graph("a title");
  }

  CallGraph graph(String title, String... cuts) {
    return new CallGraph(title, List.of(cuts), List.copyOf(nodes.values()), edges);
  }
}
