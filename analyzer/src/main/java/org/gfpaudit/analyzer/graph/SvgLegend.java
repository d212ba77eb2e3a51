package org.gfpaudit.analyzer.graph;

import static org.gfpaudit.reports.plot.SvgCanvas.number;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.gfpaudit.analyzer.model.CallEdge;
import org.gfpaudit.reports.format.XmlText;
import org.gfpaudit.rules.finding.Verdict;

/** The head of a picture: its title, what is not shown, and what colours and dashes mean. */
final class SvgLegend {
  private static final double CHAR = 6.1;
  private static final double SAMPLE = 34;
  private static final double ROW = 18;

  private final CallGraph graph;
  private final List<Entry> entries = new ArrayList<>();

  /** One sample with its word; a verdict, a kind, or neither for a sink. */
  private record Entry(String word, CallEdge.Kind kind, Verdict verdict) {
    double width() {
      return SAMPLE + 6 + CHAR * word.length() + 20;
    }
  }

  SvgLegend(CallGraph graph) {
    this.graph = graph;
    TreeSet<CallEdge.Kind> kinds = new TreeSet<>();
    graph.edges().forEach(edge -> kinds.add(edge.kind()));
    kinds.forEach(kind -> entries.add(new Entry(meaning(kind), kind, null)));
    TreeSet<Verdict> verdicts = new TreeSet<>();
    graph.nodes().forEach(node -> node.verdict().ifPresent(verdicts::add));
    verdicts.forEach(verdict -> entries.add(new Entry(verdict.word(), null, verdict)));
    if (graph.nodes().stream().anyMatch(GraphNode::isSink)) {
      entries.add(new Entry("sink", null, null));
    }
  }

  private static String meaning(CallEdge.Kind kind) {
    return switch (kind) {
      case DIRECT -> "direct call";
      case OPS -> "ops: through a field";
      case OPS_BY_NAME -> "ops by name: struct not known";
      case FILLER -> "filler: through an argument";
      case CALLBACK -> "callback: run later, on its own";
      case HANDED_OVER -> "handed over: caller unknown";
    };
  }

  /** The height it takes when it may be {@code width} wide. */
  double height(double width) {
    return 22 + 16 * graph.cuts().size() + ROW * rows(width).size();
  }

  private List<List<Entry>> rows(double width) {
    List<List<Entry>> rows = new ArrayList<>();
    double x = Double.MAX_VALUE;
    for (Entry entry : entries) {
      if (x + entry.width() > width) {
        rows.add(new ArrayList<>());
        x = 0;
      }
      rows.get(rows.size() - 1).add(entry);
      x += entry.width();
    }
    return rows;
  }

  void draw(double left, double top, double width, StringBuilder out) {
    double y = top + 12;
    text("title", left, y, graph.title(), out);
    for (String cut : graph.cuts()) {
      y += 16;
      text("cut", left, y, cut, out);
    }
    y += 4;
    for (List<Entry> row : rows(width)) {
      y += ROW;
      double x = left;
      for (Entry entry : row) {
        sample(entry, x, y - 3.5, out);
        text("small", x + SAMPLE + 6, y, entry.word(), out);
        x += entry.width();
      }
    }
  }

  private static void sample(Entry entry, double x, double y, StringBuilder out) {
    if (entry.kind() != null) {
      String word = entry.kind().word();
      out.append("<path class=\"edge " + word + "\" stroke=\"" + Palette.line(entry.kind()));
      out.append("\" marker-end=\"url(#" + word + ")\" d=\"M" + number(x) + " ");
      out.append(number(y) + "h" + number(SAMPLE) + "\"/>\n");
      return;
    }
    String style =
        entry.verdict() == null
            ? "stroke:#1f2328"
            : "fill:" + Palette.fill(entry.verdict()) + ";stroke:" + Palette.line(entry.verdict());
    rect(x + 6, y - 6, 28, 12, style, out);
    if (entry.verdict() == null) {
      rect(x + 9, y - 3, 22, 6, style, out);
    }
  }

  private static void rect(
      double x, double y, double width, double height, String style, StringBuilder out) {
    out.append("<rect x=\"" + number(x) + "\" y=\"" + number(y));
    out.append("\" width=\"" + number(width) + "\" height=\"");
    out.append(number(height) + "\" rx=\"2\" style=\"" + style + "\"/>\n");
  }

  private static void text(String type, double x, double y, String text, StringBuilder out) {
    out.append("<text class=\"" + type + "\" x=\"" + number(x) + "\" y=\"");
    out.append(number(y) + "\">" + XmlText.of(text) + "</text>\n");
  }
}
