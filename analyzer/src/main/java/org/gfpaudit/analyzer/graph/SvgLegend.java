package org.gfpaudit.analyzer.graph;

import static org.gfpaudit.reports.plot.SvgCanvas.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.gfpaudit.analyzer.model.CallEdge;
import org.gfpaudit.reports.format.XmlText;
import org.gfpaudit.rules.finding.Verdict;

/** The head of a picture: its title, what is not shown, and what colours and dashes mean. */
final class SvgLegend {
  private static final double CHAR = 6.7;
  private static final double SAMPLE = 34;
  private static final double ROW = 18;

  private final CallGraph graph;
  private final List<Entry> entries = new ArrayList<>();

  /** One sample with its word; a verdict, a kind, or neither for a sink. */
  private record Entry(String word, Optional<CallEdge.Kind> kind, Optional<Verdict> verdict) {
    double width() {
      return SAMPLE + 6 + CHAR * word.length() + 20;
    }
  }

  SvgLegend(CallGraph graph) {
    this.graph = graph;
    TreeSet<CallEdge.Kind> kinds = new TreeSet<>();
    graph.edges().forEach(edge -> kinds.add(edge.kind()));
    kinds.forEach(
        kind -> entries.add(new Entry(meaning(kind), Optional.of(kind), Optional.empty())));
    TreeSet<Verdict> verdicts = new TreeSet<>();
    graph.nodes().forEach(node -> node.verdict().ifPresent(verdicts::add));
    verdicts.forEach(
        verdict -> entries.add(new Entry(verdict.word(), Optional.empty(), Optional.of(verdict))));
    if (graph.nodes().stream().anyMatch(GraphNode::isSink)) {
      entries.add(new Entry("sink", Optional.empty(), Optional.empty()));
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
    if (entry.kind().isPresent()) {
      String word = entry.kind().get().word();
      out.append("<path class=\"edge " + word + "\" marker-end=\"url(#" + word + ")\" d=\"M");
      out.append(number(x) + " " + number(y) + "h" + number(SAMPLE) + "\"/>\n");
      return;
    }
    out.append("<g class=\"" + entry.verdict().map(SvgSheet::type).orElse("sink") + "\">");
    rect("box", x + 6, y - 6, 28, 12, out);
    if (entry.verdict().isEmpty()) {
      rect("frame", x + 9, y - 3, 22, 6, out);
    }
    out.append("</g>\n");
  }

  private static void rect(
      String type, double x, double y, double width, double height, StringBuilder out) {
    out.append("<rect class=\"" + type + "\" x=\"" + number(x) + "\" y=\"" + number(y));
    out.append("\" width=\"" + number(width) + "\" height=\"");
    out.append(number(height) + "\" rx=\"2\"/>");
  }

  private static void text(String type, double x, double y, String text, StringBuilder out) {
    out.append("<text class=\"" + type + "\" x=\"" + number(x) + "\" y=\"");
    out.append(number(y) + "\">" + XmlText.of(text) + "</text>\n");
  }
}
