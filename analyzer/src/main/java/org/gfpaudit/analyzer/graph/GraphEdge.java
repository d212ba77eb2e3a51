package org.gfpaudit.analyzer.graph;

import java.util.Comparator;
import org.gfpaudit.analyzer.model.CallEdge;

/**
 * An edge of a call graph.
 *
 * @param through as {@link org.gfpaudit.analyzer.model.Through#display}
 */
public record GraphEdge(GraphNode caller, GraphNode callee, CallEdge.Kind kind, String through)
    implements Comparable<GraphEdge> {

  private static final Comparator<GraphEdge> ORDER =
      Comparator.comparing(GraphEdge::caller)
          .thenComparing(GraphEdge::callee)
          .thenComparing(GraphEdge::kind)
          .thenComparing(GraphEdge::through);

  /** The kind, and what the call goes through where that says more. */
  public String label() {
    return through.isEmpty() ? kind.word() : kind.word() + " " + through;
  }

  @Override
  public int compareTo(GraphEdge other) {
    return ORDER.compare(this, other);
  }
}
