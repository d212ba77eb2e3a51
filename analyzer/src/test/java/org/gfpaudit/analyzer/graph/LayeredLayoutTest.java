package org.gfpaudit.analyzer.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.gfpaudit.analyzer.graph.LayeredLayout.Item;
import org.gfpaudit.analyzer.graph.LayeredLayout.Link;
import org.gfpaudit.analyzer.model.CallEdge;
import org.junit.jupiter.api.Test;

final class LayeredLayoutTest {
  private static final double HEIGHT = 20;
  private static final double NODE_GAP = LayeredLayout.NODE_GAP;

  private static LayeredLayout layout(CallGraph graph) {
    return LayeredLayout.of(
        graph,
        new Columns.Sizes() {
          @Override
          public double width(GraphNode node) {
            return 100;
          }

          @Override
          public double height(GraphNode node) {
            return HEIGHT;
          }
        });
  }

  private static GraphNode node(Item item) {
    return Objects.requireNonNull(item.node);
  }

  private static List<String> names(List<Item> column) {
    return column.stream().map(item -> item.node == null ? "" : item.node.name()).toList();
  }

  @Test
  void eachRankIsAColumnWhateverTheGapsBetween() {
    CallGraph graph = new Graphs().with("up", -3).with("root", 0).with("down", 2).graph();
    LayeredLayout layout = layout(graph);
    assertEquals(3, layout.columns().size());
    assertEquals(List.of("up"), names(layout.columns().get(0)));
    assertEquals(List.of("root"), names(layout.columns().get(1)));
    assertEquals(List.of("down"), names(layout.columns().get(2)));
  }

  @Test
  void edgesThatNeedNotCrossDoNot() {
    CallGraph graph =
        new Graphs()
            .with("a", 0)
            .with("b", 0)
            .with("c", 0)
            .with("x", 1)
            .with("y", 1)
            .with("z", 1)
            .calls("a", "z")
            .calls("b", "y")
            .calls("c", "x")
            .graph();
    LayeredLayout layout = layout(graph);
    List<String> left = names(layout.columns().get(0));
    List<String> right = names(layout.columns().get(1));
    for (int i = 0; i < 3; i++) {
      assertEquals('a' + ('z' - right.get(i).charAt(0)), left.get(i).charAt(0), left + " " + right);
    }
  }

  @Test
  void aLongEdgeBendsInEveryColumnBetween() {
    CallGraph graph =
        new Graphs()
            .with("a", 0)
            .with("b", 1)
            .with("c", 2)
            .with("d", 3)
            .calls("a", "b")
            .calls("b", "c")
            .calls("c", "d")
            .calls("a", "d")
            .calls("d", "a")
            .graph();
    LayeredLayout layout = layout(graph);
    for (Link link : layout.links()) {
      Item first = link.way.get(0);
      Item last = link.way.get(link.way.size() - 1);
      int columns = Math.abs(node(first).rank() - node(last).rank());
      assertEquals(columns + 1, link.way.size(), first.node + " to " + last.node);
      for (Item bend : link.way.subList(1, link.way.size() - 1)) {
        assertEquals(null, bend.node);
      }
      assertEquals(link.edges.get(0).caller(), first.node);
      assertEquals(link.edges.get(0).callee(), last.node);
    }
  }

  @Test
  void callsBetweenTheSameTwoAreOneLink() {
    CallGraph graph =
        new Graphs()
            .with("a", 0)
            .with("b", 1)
            .calls("a", "b")
            .edge("a", "b", CallEdge.Kind.OPS, "struct ops.go")
            .calls("a", "a")
            .graph();
    LayeredLayout layout = layout(graph);
    assertEquals(2, layout.links().size());
    assertEquals(
        List.of(1, 2), layout.links().stream().map(link -> link.edges.size()).sorted().toList());
  }

  @Test
  void nodesKeepTheirDistanceAndStandBetweenTopAndBottom() {
    Random random = new Random(7);
    for (int round = 0; round < 20; round++) {
      Graphs graphs = new Graphs();
      List<String> names = new ArrayList<>();
      for (int i = 0; i < 25; i++) {
        names.add("n" + i);
        graphs.with("n" + i, i / 6);
      }
      for (int i = 0; i < 40; i++) {
        graphs.calls(names.get(random.nextInt(25)), names.get(random.nextInt(25)));
      }
      LayeredLayout layout = layout(graphs.graph());
      for (List<Item> column : layout.columns()) {
        Item above = null;
        for (Item item : column) {
          assertTrue(item.middle() - item.height / 2 >= layout.top() - 1e-6);
          assertTrue(item.middle() + item.height / 2 <= layout.bottom() + 1e-6);
          if (above != null && above.node != null && item.node != null) {
            double gap = item.middle() - item.height / 2 - (above.middle() + above.height / 2);
            assertTrue(gap >= NODE_GAP - 1e-6, "a gap of " + gap);
          }
          above = item;
        }
      }
    }
  }

  @Test
  void aNodeStandsBesideItsOnlyNeighbour() {
    CallGraph graph =
        new Graphs().with("a", 0).with("b", 0).with("c", 0).with("z", 1).calls("c", "z").graph();
    LayeredLayout layout = layout(graph);
    double middleOfC =
        layout.columns().get(0).stream()
            .filter(item -> node(item).name().equals("c"))
            .findFirst()
            .orElseThrow()
            .middle();
    assertEquals(middleOfC, layout.columns().get(1).get(0).middle(), 1e-6);
  }
}
