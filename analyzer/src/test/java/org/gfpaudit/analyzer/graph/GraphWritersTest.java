package org.gfpaudit.analyzer.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.graph.GraphNode.Definition;
import org.gfpaudit.analyzer.graph.GraphNode.Judged;
import org.gfpaudit.analyzer.graph.GraphNode.Shape;
import org.gfpaudit.analyzer.model.CallEdge;
import org.gfpaudit.rules.finding.Verdict;
import org.junit.jupiter.api.Test;

final class GraphWritersTest {

  private static String dot(CallGraph graph) throws IOException {
    StringWriter out = new StringWriter();
    new DotWriter().write(graph, out);
    return out.toString();
  }

  private static String graphMl(CallGraph graph) throws IOException {
    StringWriter out = new StringWriter();
    new GraphMlWriter().write(graph, out);
    return out.toString();
  }

  /** The line that says something of a node or an edge. */
  private static String line(String text, String start) {
    List<String> lines = text.lines().filter(line -> line.strip().startsWith(start)).toList();
    assertEquals(1, lines.size(), start + " in " + text);
    return lines.get(0).strip();
  }

  private static GraphNode node(
      String name, int rank, Shape shape, boolean isSink, Optional<Verdict> verdict, int hidden) {
    return new GraphNode(
        name,
        new Definition(name, "fs/a.c", 12, shape),
        rank,
        isSink,
        new Judged(verdict, verdict.isPresent() ? List.of(14, 19) : List.of()),
        hidden);
  }

  private static CallGraph everything() {
    return new Graphs()
        .with(node("root", 0, Shape.FUNCTION, false, Optional.of(Verdict.HARDCODED), 0))
        .with(node("macro", -1, Shape.MACRO, false, Optional.empty(), 3))
        .with(node("table", -1, Shape.TABLE, false, Optional.empty(), 0))
        .with(node("sink", 1, Shape.FUNCTION, true, Optional.empty(), 0))
        .calls("root", "sink")
        .edge("macro", "root", CallEdge.Kind.DIRECT, "other_name")
        .edge("table", "root", CallEdge.Kind.HANDED_OVER, "struct ops.run")
        .edge("macro", "sink", CallEdge.Kind.OPS, "struct ops.go")
        .graph("above root", "some are not shown", "others neither");
  }

  @Test
  void dotTellsNodesApart() throws IOException {
    String text = dot(everything());
    assertTrue(
        line(text, "graph [")
            .contains("label=\"above root\\nsome are not shown\\nothers neither\""));
    String root = line(text, "\"root\" [");
    assertTrue(root.contains("label=\"root\\nfs/a.c:12\\nhardcoded: line 14, 19\""), root);
    assertTrue(root.contains("penwidth=3"), root);
    assertFalse(root.contains("peripheries"), root);
    String sink = line(text, "\"sink\" [");
    assertTrue(sink.contains("peripheries=2"), sink);
    assertFalse(sink.contains("penwidth"), sink);
    String macro = line(text, "\"macro\" [");
    assertTrue(macro.contains("shape=hexagon"), macro);
    assertTrue(macro.contains("\\n+3 not shown"), macro);
    assertTrue(line(text, "\"table\" [").contains("shape=note"));
  }

  @Test
  void dotTellsEdgesApart() throws IOException {
    String text = dot(everything());
    String direct = line(text, "\"root\" -> \"sink\"");
    assertFalse(direct.contains("label"), direct);
    assertFalse(direct.contains("style"), direct);
    assertTrue(line(text, "\"macro\" -> \"root\"").contains("label=\"direct other_name\""));
    String handedOver = line(text, "\"table\" -> \"root\"");
    assertTrue(handedOver.contains("label=\"handed-over struct ops.run\""), handedOver);
    assertTrue(handedOver.contains("style=dotted"), handedOver);
    String ops = line(text, "\"macro\" -> \"sink\"");
    assertTrue(ops.contains("label=\"ops struct ops.go\""), ops);
    assertFalse(ops.contains("style"), ops);
  }

  @Test
  void dotEscapesWhatEndsAText() throws IOException {
    String text =
        dot(
            new Graphs()
                .with(node("a\"b\\c", 0, Shape.FUNCTION, false, Optional.empty(), 0))
                .graph("t\u001bitle"));
    assertTrue(text.contains("\"a\\\"b\\\\c\" [label=\"a\\\"b\\\\c\\nfs/a.c:12\""), text);
    assertFalse(text.contains("\u001b"), "nothing reaches a terminal as it is");
  }

  @Test
  void graphMlHoldsEveryAttribute() throws IOException {
    String text = graphMl(everything());
    assertTrue(text.contains("<data key=\"title\">above root</data>"));
    assertTrue(text.contains("<data key=\"cut\">some are not shown; others neither</data>"));
    String root = text.substring(text.indexOf("<node id=\"root\">"));
    root = root.substring(0, root.indexOf("</node>"));
    for (String data :
        List.of(
            "function\">root<",
            "file\">fs/a.c<",
            "line\">12<",
            "shape\">function<",
            "rank\">0<",
            "sink\">false<",
            "verdict\">hardcoded<",
            "sites\">fs/a.c:14;fs/a.c:19<")) {
      assertTrue(root.contains("<data key=\"" + data), data + " in " + root);
    }
    assertFalse(root.contains("hidden"));
    assertTrue(text.contains("<data key=\"hidden\">3</data>"));
    assertTrue(
        text.contains("source=\"table\" target=\"root\">\n      <data key=\"kind\">handed-over<"));
    assertTrue(text.contains("<data key=\"through\">struct ops.run</data>"));
  }

  @Test
  void graphMlNumbersEdgesAndEscapesText() throws IOException {
    String text =
        graphMl(
            new Graphs()
                .with(node("a<b>&\"c\"", 0, Shape.FUNCTION, false, Optional.empty(), 0))
                .calls("a<b>&\"c\"", "a<b>&\"c\"")
                .edge("a<b>&\"c\"", "a<b>&\"c\"", CallEdge.Kind.FILLER, "f")
                .graph("one & two"));
    assertTrue(text.contains("<data key=\"title\">one &amp; two</data>"), text);
    assertTrue(text.contains("<node id=\"a&lt;b&gt;&amp;&quot;c&quot;\">"), text);
    assertTrue(text.contains("<edge id=\"e0\" source="), text);
    assertTrue(text.contains("<edge id=\"e1\" source="), text);
    assertFalse(text.contains("key=\"cut\">"), text);
  }
}
