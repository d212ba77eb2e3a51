package org.gfpaudit.analyzer.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.graph.GraphNode.Definition;
import org.gfpaudit.analyzer.graph.GraphNode.Judged;
import org.gfpaudit.analyzer.graph.GraphNode.Shape;
import org.gfpaudit.analyzer.model.Texts;
import org.gfpaudit.grammar.index.Entity;
import org.junit.jupiter.api.Test;

/**
 * {@code top} calls {@code left} and {@code right}, both call {@code low}, which calls {@code end}.
 */
final class NeighbourhoodTest {
  private static final Texts TEXTS =
      Texts.of(
          "fs/a.c",
          """
          static void end(void)
          {
          }
          static void low(void)
          {
          	end();
          }
          static void left(void)
          {
          	low();
          }
          static void right(void)
          {
          	low();
          }
          void top(void)
          {
          	left();
          	right();
          }
          static void lost(void)
          {
          }
          static void give_away(void)
          {
          	somebody_elsewhere(lost);
          }
          void giver(void)
          {
          	give_away();
          }
          """);

  private static Entity entity(String name) {
    return TEXTS.entity("fs/a.c", name);
  }

  private static Neighbourhood of(String root, Direction direction, int depth, int maxNodes) {
    return Neighbourhood.of(
        TEXTS.edges(), List.of(entity(root)), List.of(), direction, depth, maxNodes);
  }

  private static CallGraph graph(Neighbourhood neighbourhood) {
    return neighbourhood.toGraph(
        "title",
        List.of(),
        (entity, rank, hiddenCount) ->
            new GraphNode(
                TEXTS.program().name(entity),
                new Definition(TEXTS.program().name(entity), "fs/a.c", 1, Shape.FUNCTION),
                rank,
                /* isSink= */ false,
                new Judged(Optional.empty(), List.of()),
                hiddenCount));
  }

  /** {@code name rank} for each node. */
  private static List<String> nodes(Neighbourhood neighbourhood) {
    return graph(neighbourhood).nodes().stream().map(n -> n.name() + " " + n.rank()).toList();
  }

  /** {@code caller callee} for each edge. */
  private static List<String> edges(Neighbourhood neighbourhood) {
    List<String> edges = new ArrayList<>();
    graph(neighbourhood)
        .edges()
        .forEach(e -> edges.add(e.caller().name() + " " + e.callee().name()));
    return edges;
  }

  @Test
  void noDepthIsTheRootAlone() {
    Neighbourhood alone = of("top", Direction.BOTH, 0, 10);
    assertEquals(List.of("top 0"), nodes(alone));
    assertEquals(List.of(), edges(alone));
    assertTrue(alone.isDepthReached());
  }

  @Test
  void calleesOfOneStep() {
    Neighbourhood near = of("top", Direction.CALLEES, 1, 10);
    assertEquals(List.of("top 0", "left 1", "right 1"), nodes(near));
    assertEquals(List.of("top left", "top right"), edges(near));
    assertTrue(near.isDepthReached(), "there is more below");
  }

  @Test
  void bothWaysToADefinitionAreShown() {
    Neighbourhood far = of("top", Direction.CALLEES, 9, 10);
    assertEquals(List.of("top 0", "left 1", "right 1", "low 2", "end 3"), nodes(far));
    assertEquals(List.of("top left", "top right", "left low", "right low", "low end"), edges(far));
    assertFalse(far.isDepthReached(), "the graph ends before the depth does");
    assertEquals(0, far.hiddenCount());
  }

  @Test
  void callersHaveNegativeRanks() {
    assertEquals(
        List.of("top -2", "left -1", "right -1", "low 0"),
        nodes(of("low", Direction.CALLERS, 2, 10)));
    assertEquals(
        List.of("left -1", "right -1", "low 0", "end 1"), nodes(of("low", Direction.BOTH, 1, 10)));
  }

  @Test
  void whatDoesNotFitIsCountedWhereItIsMissing() {
    Neighbourhood small = of("top", Direction.CALLEES, 9, 2);
    assertEquals(List.of("top 0", "left 1"), nodes(small));
    assertEquals(2, small.hiddenCount(), "right, and what left calls");
    List<Integer> hidden = graph(small).nodes().stream().map(GraphNode::hiddenCount).toList();
    assertEquals(List.of(1, 1), hidden);
    assertEquals(List.of("top left"), edges(small));
  }

  @Test
  void whatIsSeenTwiceIsHiddenOnce() {
    Neighbourhood small = of("top", Direction.CALLEES, 2, 3);
    assertEquals(1, small.hiddenCount(), "low, from the left and from the right");
  }

  @Test
  void rootsAreShownWhateverTheBound() {
    Neighbourhood roots =
        Neighbourhood.of(
            TEXTS.edges(),
            List.of(entity("left"), entity("right")),
            List.of(),
            Direction.CALLEES,
            1,
            1);
    assertEquals(List.of("left 0", "right 0"), nodes(roots));
    assertEquals(1, roots.hiddenCount());
  }

  @Test
  void whoHandsAFunctionOverIsALeaf() {
    Neighbourhood above = of("lost", Direction.CALLERS, 5, 10);
    assertEquals(List.of("give_away -1", "lost 0"), nodes(above));
    assertFalse(above.isDepthReached());
  }

  @Test
  void thePathOfAMaskIsShownBelowItsRoot() {
    Neighbourhood path =
        Neighbourhood.of(
            TEXTS.edges(),
            List.of(entity("left")),
            List.of(entity("low"), entity("end")),
            Direction.CALLERS,
            1,
            10);
    assertEquals(List.of("top -1", "left 0", "low 1", "end 2"), nodes(path));
    assertEquals(List.of("top left", "left low", "low end"), edges(path));
  }

  @Test
  void aPathThatIsNotCalledIsNotShown() {
    Neighbourhood path =
        Neighbourhood.of(
            TEXTS.edges(),
            List.of(entity("left")),
            List.of(entity("lost")),
            Direction.CALLEES,
            0,
            10);
    assertEquals(List.of("left 0"), nodes(path));
  }

  @Test
  void whatCanHardlyBeIsLeftOutAndCounted() {
    String operation =
        """
        static int NAME_write_iter(struct kiocb *iocb)
        {
        	return generic_write(iocb);
        }
        const struct file_operations NAME_operations = { .write_iter = NAME_write_iter };
        """;
    Texts texts =
        Texts.of(
            "include/linux/fs.h",
            "struct file_operations {\n\tint (*write_iter)(struct kiocb *iocb);\n};\n",
            "mm/filemap.c",
            """
            int generic_write(struct kiocb *iocb, const struct file_operations *ops)
            {
            	return ops->write_iter(iocb);
            }
            """,
            "fs/pond/file.c",
            operation.replace("NAME", "pond"),
            "fs/brook/file.c",
            operation.replace("NAME", "brook"));
    Neighbourhood above =
        Neighbourhood.of(
            texts.edges(),
            List.of(texts.entity("fs/pond/file.c", "pond_write_iter")),
            List.of(),
            Direction.CALLERS,
            3,
            10);
    assertEquals(1, above.leftOutCount(), "the other file system");
    assertEquals(0, above.hiddenCount(), "a bound is something else");
  }
}
