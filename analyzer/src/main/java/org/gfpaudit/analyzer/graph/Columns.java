package org.gfpaudit.analyzer.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which column of a picture each node of a graph stands in. There is one column per rank, callers
 * left of callees; a rank with many nodes takes several columns side by side where the picture
 * would be a tall strip of white otherwise.
 */
final class Columns {
  /** What a column costs beside its boxes: the room for the edges. */
  private static final double GAP = 80;

  /** A picture wider than so many times its height is not made for the sake of less white. */
  private static final double MOST_ASPECT = 2.1;

  /** The sizes of the boxes of nodes, in pixels. */
  interface Sizes {
    double width(GraphNode node);

    double height(GraphNode node);
  }

  private final Map<GraphNode, Integer> columns = new HashMap<>();
  private final List<GraphNode> order = new ArrayList<>();
  private int count;

  private Columns() {}

  /** One column for each rank that has nodes. */
  static Columns byRank(CallGraph graph) {
    Columns result = new Columns();
    List<Integer> ranks =
        List.copyOf(new TreeSet<>(graph.nodes().stream().map(GraphNode::rank).toList()));
    graph.nodes().forEach(node -> result.put(node, ranks.indexOf(node.rank())));
    result.count = ranks.size();
    return result;
  }

  private void put(GraphNode node, int column) {
    columns.put(node, column);
    order.add(node);
  }

  int count() {
    return count;
  }

  int of(GraphNode node) {
    return Objects.requireNonNull(columns.get(node));
  }

  /** All nodes; those of one column in the order to begin with. */
  List<GraphNode> order() {
    return order;
  }

  /**
   * The columns in which the picture is the smallest one that is not far wider than high.
   *
   * @param ranks the nodes of each rank, callers first, in a good order from top to bottom
   */
  static Columns shelved(List<List<GraphNode>> ranks, CallGraph graph, Sizes sizes) {
    int[] best = new int[ranks.size()];
    Arrays.fill(best, 1);
    double least = Double.MAX_VALUE;
    double tallest = ranks.stream().mapToDouble(rank -> heightOf(rank, sizes)).max().orElse(0);
    for (int parts = 1; parts <= 24; parts++) {
      int[] shelves = new int[ranks.size()];
      double width = 0;
      double height = 0;
      for (int i = 0; i < shelves.length; i++) {
        double all = heightOf(ranks.get(i), sizes);
        shelves[i] = (int) Math.max(1, Math.ceil(all * parts / tallest - 1e-9));
        shelves[i] = Math.min(shelves[i], Math.max(1, ranks.get(i).size()));
        width += shelves[i] * (widthOf(ranks.get(i), sizes) + GAP);
        height = Math.max(height, all / shelves[i]);
      }
      if (parts > 1 && width > MOST_ASPECT * height) {
        break;
      }
      if (width * height < least) {
        least = width * height;
        best = shelves;
      }
    }
    return split(ranks, best, graph);
  }

  private static double heightOf(List<GraphNode> rank, Sizes sizes) {
    return rank.stream().mapToDouble(node -> sizes.height(node) + LayeredLayout.NODE_GAP).sum();
  }

  private static double widthOf(List<GraphNode> rank, Sizes sizes) {
    return rank.stream().mapToDouble(sizes::width).max().orElse(0);
  }

  /**
   * Deals the nodes of each rank out to its columns row by row, so that neighbours stay at one
   * height. In a row, a node that calls on to the far side, or is called from there, stands there.
   */
  private static Columns split(List<List<GraphNode>> ranks, int[] shelves, CallGraph graph) {
    Set<GraphNode> outward = new HashSet<>();
    for (GraphEdge edge : graph.edges()) {
      if (edge.caller().rank() < edge.callee().rank()) {
        if (edge.callee().rank() <= 0) {
          outward.add(edge.callee());
        }
        if (edge.caller().rank() >= 0) {
          outward.add(edge.caller());
        }
      }
    }
    Columns result = new Columns();
    for (int i = 0; i < shelves.length; i++) {
      List<GraphNode> rank = ranks.get(i);
      int wide = shelves[i];
      boolean isLeftOutward = !rank.isEmpty() && rank.get(0).rank() < 0;
      for (int from = 0; from < rank.size(); from += wide) {
        List<GraphNode> row =
            new ArrayList<>(rank.subList(from, Math.min(rank.size(), from + wide)));
        row.sort(Comparator.comparing(node -> outward.contains(node) != isLeftOutward));
        for (int j = 0; j < row.size(); j++) {
          int at = isLeftOutward ? wide - row.size() + j : j;
          result.put(row.get(j), result.count + at);
        }
      }
      result.count += wide;
    }
    return result;
  }
}
