package org.gfpaudit.analyzer.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.gfpaudit.analyzer.model.CallEdge;
import org.jspecify.annotations.Nullable;

/**
 * Places the nodes of a call graph in columns, callers left of callees, after Sugiyama, Tagawa and
 * Toda (1981): an edge over several columns gets a bend in each column between; the order inside a
 * column follows the mean place of the neighbours, sweeping to and fro, and the order with the
 * fewest crossings is kept; heights are then drawn to those of the neighbours, with distances kept,
 * by pooling adjacent violators, and no column leaves the band that the tallest one needs. Edges to
 * one callee, or from one caller, share their bends, so that many calls take the room of one.
 * Lengths are in pixels, y grows downwards.
 */
final class LayeredLayout {
  private static final int SWEEPS = 12;
  private static final int ALIGNMENTS = 16;
  static final double NODE_GAP = 10;
  private static final double BEND_GAP = 6;

  /** A node, or the bend of an edge in a column it only passes; that has no node. */
  static final class Item {
    final @Nullable GraphNode node;
    final int column;
    final double height;
    private final List<Item> left = new ArrayList<>();
    private final List<Item> right = new ArrayList<>();
    private int index;
    private double middle;

    private Item(@Nullable GraphNode node, int column, double height) {
      this.node = node;
      this.column = column;
      this.height = height;
    }

    double middle() {
      return middle;
    }
  }

  /** All edges from one node to another. */
  static final class Link {
    final List<GraphEdge> edges = new ArrayList<>();

    /** From the caller to the callee with the bends between them. */
    final List<Item> way = new ArrayList<>();
  }

  private final List<List<Item>> columns = new ArrayList<>();
  private final Map<GraphNode, Item> items = new HashMap<>();
  private final List<Link> links = new ArrayList<>();

  private LayeredLayout(CallGraph graph, Columns where, ToDoubleFunction<GraphNode> height) {
    for (int i = 0; i < where.count(); i++) {
      columns.add(new ArrayList<>());
    }
    for (GraphNode node : where.order()) {
      Item item = new Item(node, where.of(node), height.applyAsDouble(node));
      items.put(node, item);
      columns.get(item.column).add(item);
    }
    connect(graph);
    order();
  }

  /** Lays a graph out in boxes of these sizes. */
  static LayeredLayout of(CallGraph graph, Columns.Sizes sizes) {
    Columns ranks = Columns.byRank(graph);
    LayeredLayout draft = new LayeredLayout(graph, ranks, sizes::height);
    Columns shelves = Columns.shelved(draft.nodes(), graph, sizes);
    LayeredLayout layout = new LayeredLayout(graph, shelves, sizes::height);
    layout.align();
    return layout;
  }

  /** The nodes, column by column, from top to bottom. */
  private List<List<GraphNode>> nodes() {
    List<List<GraphNode>> nodes = new ArrayList<>();
    for (List<Item> column : columns) {
      List<GraphNode> here = new ArrayList<>();
      for (Item item : column) {
        if (item.node != null) {
          here.add(item.node);
        }
      }
      nodes.add(here);
    }
    return nodes;
  }

  List<List<Item>> columns() {
    return columns;
  }

  /** Where a node of the graph is. */
  Item item(GraphNode node) {
    return Objects.requireNonNull(items.get(node));
  }

  List<Link> links() {
    return links;
  }

  /** The least y that is in use: a distance is free above it. */
  double top() {
    return columns.stream()
        .flatMap(List::stream)
        .mapToDouble(item -> item.middle - item.height / 2)
        .min()
        .orElse(0);
  }

  double bottom() {
    return columns.stream()
        .flatMap(List::stream)
        .mapToDouble(item -> item.middle + item.height / 2)
        .max()
        .orElse(0);
  }

  private void connect(CallGraph graph) {
    Map<List<GraphNode>, Link> byEnds = new LinkedHashMap<>();
    for (GraphEdge edge : graph.edges()) {
      byEnds
          .computeIfAbsent(List.of(edge.caller(), edge.callee()), ends -> new Link())
          .edges
          .add(edge);
    }
    Map<GraphNode, Integer> callers = new HashMap<>();
    Map<GraphNode, Integer> callees = new HashMap<>();
    for (List<GraphNode> ends : byEnds.keySet()) {
      callees.merge(ends.get(0), 1, Integer::sum);
      callers.merge(ends.get(1), 1, Integer::sum);
    }
    Map<Trunk, Item> bends = new HashMap<>();
    for (Map.Entry<List<GraphNode>, Link> entry : byEnds.entrySet()) {
      GraphNode caller = entry.getKey().get(0);
      GraphNode callee = entry.getKey().get(1);
      Item from = item(caller);
      Item to = item(callee);
      Link link = entry.getValue();
      boolean isFanIn = callers.getOrDefault(callee, 0) >= callees.getOrDefault(caller, 0);
      CallEdge.Kind kind = link.edges.get(0).kind();
      link.way.add(from);
      int step = Integer.signum(to.column - from.column);
      Item last = from;
      for (int column = from.column + step; column != to.column && step != 0; column += step) {
        Trunk trunk = new Trunk(isFanIn ? callee : caller, isFanIn, kind, column, step);
        Item bend = bends.get(trunk);
        if (bend == null) {
          bend = new Item(null, column, 0);
          bends.put(trunk, bend);
          columns.get(column).add(bend);
        }
        join(last, bend, step);
        link.way.add(bend);
        last = bend;
      }
      if (step != 0) {
        join(last, to, step);
      }
      link.way.add(to);
      links.add(link);
    }
    columns.forEach(LayeredLayout::number);
  }

  /** What edges have in common that share a bend: one end, how they call, and their way. */
  private record Trunk(GraphNode end, boolean isCallee, CallEdge.Kind kind, int column, int step) {}

  private static void join(Item from, Item to, int step) {
    Item leftItem = step > 0 ? from : to;
    Item rightItem = step > 0 ? to : from;
    if (!leftItem.right.contains(rightItem)) {
      leftItem.right.add(rightItem);
      rightItem.left.add(leftItem);
    }
  }

  private static void number(List<Item> column) {
    for (int i = 0; i < column.size(); i++) {
      column.get(i).index = i;
    }
  }

  private void order() {
    List<List<Item>> best = copy();
    long fewest = crossings();
    for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
      boolean isLeftward = sweep % 2 == 0;
      for (int i = 1; i < columns.size(); i++) {
        List<Item> column = columns.get(isLeftward ? columns.size() - 1 - i : i);
        Map<Item, Double> places = new HashMap<>();
        for (Item item : column) {
          places.put(item, place(item, isLeftward ? item.right : item.left));
        }
        column.sort(Comparator.comparingDouble((Item item) -> places.get(item)));
        number(column);
      }
      long now = crossings();
      if (now < fewest) {
        fewest = now;
        best = copy();
      }
    }
    for (int i = 0; i < columns.size(); i++) {
      columns.set(i, best.get(i));
      number(columns.get(i));
    }
  }

  private List<List<Item>> copy() {
    List<List<Item>> copy = new ArrayList<>();
    columns.forEach(column -> copy.add(new ArrayList<>(column)));
    return copy;
  }

  private static double place(Item item, List<Item> neighbours) {
    return neighbours.stream().mapToInt(n -> n.index).average().orElse(item.index);
  }

  private long crossings() {
    long count = 0;
    for (int i = 0; i + 1 < columns.size(); i++) {
      // Counts inversions with a Fenwick tree over the right column.
      int[] tree = new int[columns.get(i + 1).size() + 1];
      long seen = 0;
      for (Item item : columns.get(i)) {
        for (Item neighbour : item.right) {
          count += seen - upTo(tree, neighbour.index);
        }
        for (Item neighbour : item.right) {
          for (int at = neighbour.index + 1; at < tree.length; at += at & -at) {
            tree[at]++;
          }
          seen++;
        }
      }
    }
    return count;
  }

  private static int upTo(int[] tree, int index) {
    int sum = 0;
    for (int at = index + 1; at > 0; at -= at & -at) {
      sum += tree[at];
    }
    return sum;
  }

  private void align() {
    double band = columns.stream().mapToDouble(LayeredLayout::extent).max().orElse(0);
    for (List<Item> column : columns) {
      double[] offsets = offsets(column);
      for (int i = 0; i < column.size(); i++) {
        column.get(i).middle = offsets[i] - offsets[offsets.length - 1] / 2;
      }
    }
    for (int round = 0; round < ALIGNMENTS; round++) {
      boolean isLast = round == ALIGNMENTS - 1;
      boolean isLeftward = round % 2 == 0;
      for (int i = 0; i < columns.size(); i++) {
        List<Item> column = columns.get(isLeftward ? columns.size() - 1 - i : i);
        double[] wanted = new double[column.size()];
        for (int j = 0; j < wanted.length; j++) {
          Item item = column.get(j);
          List<Item> neighbours = new ArrayList<>();
          if (isLast || isLeftward) {
            neighbours.addAll(item.right);
          }
          if (isLast || !isLeftward) {
            neighbours.addAll(item.left);
          }
          wanted[j] = neighbours.stream().mapToDouble(n -> n.middle).average().orElse(item.middle);
        }
        settle(column, wanted, band);
      }
    }
  }

  /** The distance of each item's middle from the first one's, when they stand close. */
  private static double[] offsets(List<Item> column) {
    double[] offsets = new double[column.size()];
    for (int i = 1; i < offsets.length; i++) {
      Item above = column.get(i - 1);
      Item below = column.get(i);
      double gap = above.node == null || below.node == null ? BEND_GAP : NODE_GAP;
      offsets[i] = offsets[i - 1] + above.height / 2 + gap + below.height / 2;
    }
    return offsets;
  }

  /** The height of a column whose items stand close. */
  private static double extent(List<Item> column) {
    if (column.isEmpty()) {
      return 0;
    }
    double[] offsets = offsets(column);
    return column.get(0).height / 2
        + offsets[offsets.length - 1]
        + column.get(column.size() - 1).height / 2;
  }

  /**
   * The middles nearest to the wanted ones, by squares, that keep order and distances and stay in a
   * band around zero.
   */
  private static void settle(List<Item> column, double[] wanted, double band) {
    if (column.isEmpty()) {
      return;
    }
    double[] offsets = offsets(column);
    double[] sums = new double[wanted.length];
    int[] counts = new int[wanted.length];
    int blocks = 0;
    for (int i = 0; i < wanted.length; i++) {
      sums[blocks] = wanted[i] - offsets[i];
      counts[blocks] = 1;
      blocks++;
      while (blocks > 1
          && sums[blocks - 2] / counts[blocks - 2] >= sums[blocks - 1] / counts[blocks - 1]) {
        sums[blocks - 2] += sums[blocks - 1];
        counts[blocks - 2] += counts[blocks - 1];
        blocks--;
      }
    }
    double least = column.get(0).height / 2 - band / 2;
    double most = band / 2 - column.get(column.size() - 1).height / 2 - offsets[offsets.length - 1];
    int at = 0;
    for (int block = 0; block < blocks; block++) {
      // Held inside the bounds, the best order without bounds is the best one within them.
      double start = Math.min(Math.max(sums[block] / counts[block], least), Math.max(least, most));
      for (int i = 0; i < counts[block]; i++) {
        column.get(at).middle = start + offsets[at];
        at++;
      }
    }
  }
}
