package org.gfpaudit.analyzer.graph;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.gfpaudit.analyzer.model.CallEdge;
import org.gfpaudit.reports.format.VisibleText;

/** A call graph in the DOT language of Graphviz; callers stand left of callees. */
public final class DotWriter {
  public void write(CallGraph graph, Writer out) throws IOException {
    List<String> label = new ArrayList<>(List.of(graph.title()));
    label.addAll(graph.cuts());
    out.write("digraph callgraph {\n");
    out.write("  graph [rankdir=LR, labelloc=t, label=" + quoted(label) + "];\n");
    out.write("  node [shape=box, style=filled, fillcolor=\"#ffffff\", fontname=monospace];\n");
    out.write("  edge [fontname=monospace, fontsize=9];\n");
    for (GraphNode node : graph.nodes()) {
      out.write("  " + quoted(node.id()) + " [" + String.join(", ", attributes(node)) + "];\n");
    }
    for (GraphEdge edge : graph.edges()) {
      out.write("  " + quoted(edge.caller().id()) + " -> " + quoted(edge.callee().id()));
      out.write(" [" + String.join(", ", attributes(edge)) + "];\n");
    }
    out.write("}\n");
  }

  private static List<String> attributes(GraphNode node) {
    List<String> lines = new ArrayList<>();
    lines.add(node.name());
    lines.add(node.file() + ":" + node.line());
    node.verdict().ifPresent(verdict -> lines.add(Palette.sites(node)));
    if (node.hiddenCount() > 0) {
      lines.add("+" + node.hiddenCount() + " not shown");
    }
    List<String> attributes = new ArrayList<>();
    attributes.add("label=" + quoted(lines));
    node.verdict()
        .ifPresent(
            verdict -> {
              attributes.add("fillcolor=" + quoted(Palette.fill(verdict)));
              attributes.add("color=" + quoted(Palette.line(verdict)));
            });
    if (node.isSink()) {
      attributes.add("peripheries=2");
    }
    if (node.isRoot()) {
      attributes.add("penwidth=3");
    }
    switch (node.shape()) {
      case FUNCTION -> {}
      case MACRO -> attributes.add("shape=hexagon");
      case TABLE -> attributes.add("shape=note");
    }
    return attributes;
  }

  private static List<String> attributes(GraphEdge edge) {
    List<String> attributes = new ArrayList<>();
    if (edge.kind() != CallEdge.Kind.DIRECT || !edge.through().isEmpty()) {
      attributes.add("label=" + quoted(edge.label()));
    }
    attributes.add("color=" + quoted(Palette.line(edge.kind())));
    switch (edge.kind()) {
      case DIRECT, OPS -> {}
      case OPS_BY_NAME, FILLER -> attributes.add("style=dashed");
      case CALLBACK -> attributes.add("style=\"dashed,bold\"");
      case HANDED_OVER -> attributes.add("style=dotted");
    }
    return attributes;
  }

  private static String quoted(List<String> lines) {
    // A backslash starts an escape in a label, so the line breaks are put in last.
    List<String> escaped = lines.stream().map(DotWriter::escaped).toList();
    return "\"" + String.join("\\n", escaped) + "\"";
  }

  private static String quoted(String text) {
    return quoted(List.of(text));
  }

  private static String escaped(String text) {
    return VisibleText.of(text).replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
