package org.gfpaudit.analyzer.graph;

import java.io.IOException;
import java.io.Writer;
import java.util.stream.Collectors;
import org.gfpaudit.reports.format.XmlText;

/** A call graph in GraphML, the exchange format that yEd, Gephi and NetworkX read. */
public final class GraphMlWriter {
  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns
              http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
        <key id="title" for="graph" attr.name="title" attr.type="string"/>
        <key id="cut" for="graph" attr.name="cut" attr.type="string"/>
        <key id="function" for="node" attr.name="function" attr.type="string"/>
        <key id="file" for="node" attr.name="file" attr.type="string"/>
        <key id="line" for="node" attr.name="line" attr.type="int"/>
        <key id="shape" for="node" attr.name="shape" attr.type="string"/>
        <key id="rank" for="node" attr.name="rank" attr.type="int"/>
        <key id="sink" for="node" attr.name="sink" attr.type="boolean"/>
        <key id="verdict" for="node" attr.name="verdict" attr.type="string"/>
        <key id="sites" for="node" attr.name="sites" attr.type="string"/>
        <key id="hidden" for="node" attr.name="hidden" attr.type="int"/>
        <key id="kind" for="edge" attr.name="kind" attr.type="string"/>
        <key id="through" for="edge" attr.name="through" attr.type="string"/>
      """;

  public void write(CallGraph graph, Writer out) throws IOException {
    out.write(HEAD);
    out.write("  <graph id=\"callgraph\" edgedefault=\"directed\">\n");
    data(out, "    ", "title", graph.title());
    if (!graph.cuts().isEmpty()) {
      data(out, "    ", "cut", String.join("; ", graph.cuts()));
    }
    for (GraphNode node : graph.nodes()) {
      out.write("    <node id=\"" + XmlText.of(node.id()) + "\">\n");
      data(out, "      ", "function", node.name());
      data(out, "      ", "file", node.file());
      data(out, "      ", "line", String.valueOf(node.line()));
      data(out, "      ", "shape", node.shape().word());
      data(out, "      ", "rank", String.valueOf(node.rank()));
      data(out, "      ", "sink", String.valueOf(node.isSink()));
      if (node.verdict().isPresent()) {
        data(out, "      ", "verdict", node.verdict().get().word());
        data(out, "      ", "sites", sites(node));
      }
      if (node.hiddenCount() > 0) {
        data(out, "      ", "hidden", String.valueOf(node.hiddenCount()));
      }
      out.write("    </node>\n");
    }
    int number = 0;
    for (GraphEdge edge : graph.edges()) {
      out.write("    <edge id=\"e" + number++ + "\" source=\"" + XmlText.of(edge.caller().id()));
      out.write("\" target=\"" + XmlText.of(edge.callee().id()) + "\">\n");
      data(out, "      ", "kind", edge.kind().word());
      if (!edge.through().isEmpty()) {
        data(out, "      ", "through", edge.through());
      }
      out.write("    </edge>\n");
    }
    out.write("  </graph>\n</graphml>\n");
  }

  private static String sites(GraphNode node) {
    return node.siteLines().stream()
        .map(line -> node.file() + ":" + line)
        .collect(Collectors.joining(";"));
  }

  private static void data(Writer out, String indent, String key, String value) throws IOException {
    out.write(indent + "<data key=\"" + key + "\">" + XmlText.of(value) + "</data>\n");
  }
}
