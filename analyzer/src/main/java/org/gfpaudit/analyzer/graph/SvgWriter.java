package org.gfpaudit.analyzer.graph;

import static org.gfpaudit.reports.plot.SvgCanvas.number;

import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gfpaudit.analyzer.graph.LayeredLayout.Item;
import org.gfpaudit.analyzer.model.CallEdge;
import org.gfpaudit.reports.format.XmlText;
import org.gfpaudit.rules.finding.Verdict;

/**
 * A call graph as a picture: callers stand left of callees, arrows are calls. All text stands in
 * boxes or in the head; edges go between the boxes. What a box had to shorten is whole in its tip.
 */
public final class SvgWriter {
  private static final double MARGIN = 24;
  private static final double ARROW = 7;
  private static final double LEAST_WIDTH = 720;

  /** The frame of a sink stands out from its box by so much. */
  private static final double FRAME = 3;

  /** One picture; the writer itself keeps nothing. */
  private static final class Picture implements Columns.Sizes {
    private final CallGraph graph;
    private final StringBuilder out = new StringBuilder();
    private final Map<GraphNode, BoxText> texts = new HashMap<>();
    private final LayeredLayout layout;

    Picture(CallGraph graph) {
      this.graph = graph;
      graph.nodes().forEach(node -> texts.put(node, BoxText.of(graph, node)));
      layout = LayeredLayout.of(graph, this);
    }

    private BoxText text(GraphNode node) {
      return Objects.requireNonNull(texts.get(node));
    }

    @Override
    public double width(GraphNode node) {
      return text(node).width();
    }

    @Override
    public double height(GraphNode node) {
      return text(node).height();
    }

    String draw() {
      SvgEdges edges = new SvgEdges(layout, this::text, MARGIN);
      SvgLegend legend = new SvgLegend(graph);
      double width = Math.max(edges.right() + MARGIN, LEAST_WIDTH);
      double head = legend.height(width - 2 * MARGIN) + MARGIN;
      double shift = head - layout.top() + MARGIN;
      double height = layout.bottom() + shift + MARGIN;
      out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
      out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + number(width));
      out.append("\" height=\"" + number(height) + "\" viewBox=\"0 0 " + number(width) + " ");
      out.append(number(height) + "\" role=\"img\" aria-labelledby=\"title desc\">\n");
      out.append("<title id=\"title\">" + XmlText.of(graph.title()) + "</title>\n");
      out.append("<desc id=\"desc\">" + XmlText.of(description()) + "</desc>\n");
      out.append("<style>\n" + SvgSheet.text() + "</style>\n");
      heads();
      out.append("<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n");
      legend.draw(MARGIN, MARGIN, width - 2 * MARGIN, out);
      edges.draw(shift, out);
      for (List<Item> column : layout.columns()) {
        for (Item item : column) {
          if (item.node != null) {
            box(item, item.node, edges, shift);
          }
        }
      }
      out.append("</svg>\n");
      return out.toString();
    }

    /** What the picture shows, for those who cannot see it. */
    private String description() {
      Map<Verdict, Integer> verdicts = new TreeMap<>();
      graph.nodes().forEach(n -> n.verdict().ifPresent(v -> verdicts.merge(v, 1, Integer::sum)));
      String roots =
          graph.nodes().stream()
              .filter(GraphNode::isRoot)
              .map(GraphNode::name)
              .collect(Collectors.joining(", "));
      StringBuilder said = new StringBuilder();
      said.append(graph.nodes().size() + " definitions in columns, callers left of callees, ");
      said.append("around " + roots + "; calls drawn: " + graph.edges().size() + ".");
      verdicts.forEach((verdict, count) -> said.append(" " + verdict.word() + ": " + count + "."));
      graph.cuts().forEach(cut -> said.append(" " + cut + "."));
      return said.toString();
    }

    private void heads() {
      out.append("<defs>\n");
      for (CallEdge.Kind kind : CallEdge.Kind.values()) {
        out.append("<marker id=\"" + kind.word() + "\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\"");
        out.append(" markerWidth=\"" + number(ARROW) + "\" markerHeight=\"" + number(ARROW));
        out.append("\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path class=\"head ");
        out.append(kind.word() + "\" d=\"M0 0.5L8 4L0 7.5z\"/></marker>\n");
      }
      out.append("</defs>\n");
    }

    private void box(Item item, GraphNode node, SvgEdges edges, double shift) {
      double x = edges.left(item);
      double top = item.middle() + shift - item.height / 2;
      double width = edges.width(item);
      out.append("<g class=\"" + node.shape().word() + (node.isRoot() ? " root" : ""));
      out.append(
          (node.isSink() ? " sink" : "")
              + node.verdict().map(v -> " " + SvgSheet.type(v)).orElse(""));
      out.append("\"><title>" + XmlText.of(tip(node)) + "</title>");
      if (node.isSink()) {
        rect("frame", x - FRAME, top - FRAME, width + 2 * FRAME, item.height + 2 * FRAME);
      }
      rect("box", x, top, width, item.height);
      BoxText text = text(node);
      for (int i = 0; i < text.lines().size(); i++) {
        BoxText.Line line = text.lines().get(i);
        boolean isPort = !line.port().isEmpty();
        out.append("<text class=\"" + line.type() + "\" x=\"");
        out.append(number(isPort ? x + width - BoxText.PAD : x + BoxText.PAD));
        out.append("\" y=\"" + number(top + text.baseLine(i)));
        out.append((isPort ? "\" text-anchor=\"end" : "") + "\">" + XmlText.of(line.text()));
        out.append("</text>");
      }
      out.append("</g>\n");
    }

    /** All that the box says, and all that it had no room for. */
    private String tip(GraphNode node) {
      StringBuilder tip = new StringBuilder(node.id() + ", line " + node.line());
      node.verdict()
          .ifPresent(
              verdict ->
                  tip.append(
                      "; "
                          + verdict.word()
                          + ": line "
                          + node.siteLines().stream()
                              .map(String::valueOf)
                              .collect(Collectors.joining(", "))));
      if (node.hiddenCount() > 0) {
        tip.append("; " + node.hiddenCount() + " not shown");
      }
      return tip.toString();
    }

    private void rect(String type, double x, double y, double width, double height) {
      out.append("<rect class=\"" + type + "\" x=\"" + number(x) + "\" y=\"" + number(y));
      out.append("\" width=\"" + number(width) + "\" height=\"" + number(height) + "\" rx=\"4\"/>");
    }
  }

  /** Writes well-formed XML without scripts and links. */
  public void write(CallGraph graph, Writer out) throws IOException {
    out.write(new Picture(graph).draw());
  }
}
