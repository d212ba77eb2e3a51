package org.gfpaudit.analyzer.graph;

import static org.gfpaudit.reports.plot.SvgCanvas.number;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gfpaudit.analyzer.graph.LayeredLayout.Item;
import org.gfpaudit.analyzer.graph.LayeredLayout.Link;
import org.gfpaudit.analyzer.model.CallEdge;
import org.gfpaudit.reports.format.XmlText;

/** A call graph as a picture: callers stand left of callees, arrows are calls. */
public final class SvgWriter {
  private static final double MARGIN = 24;
  private static final double NAME_CHAR = 7.3;
  private static final double SMALL_CHAR = 6.1;
  private static final double LABEL_CHAR = 5.5;
  private static final double LINE = 13;
  private static final double PORT = 12;
  private static final double ARROW = 7;
  private static final int MAX_LABEL = 44;

  private static final String STYLE =
      """
      <style>
      text { font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #1f2328; }
      .title { font-size: 16px; font-weight: bold; }
      .cut { font-size: 11px; fill: #9a4a00; }
      .name { font-size: 12px; }
      .root .name { font-weight: bold; }
      .small { font-size: 10px; fill: #57606a; }
      .through { font-size: 9px; stroke: #ffffff; stroke-width: 3px; paint-order: stroke; }
      rect { fill: #ffffff; stroke: #8c959f; }
      .root .box { stroke-width: 2.5; }
      .table .box { stroke-dasharray: 4 2; }
      .frame { fill: none; }
      .edge { fill: none; stroke-width: 1.2; }
      .ops-by-name { stroke-dasharray: 6 3; }
      .filler { stroke-dasharray: 10 3 2 3; }
      .handed-over { stroke-dasharray: 2 3; }
      .back { stroke-opacity: 0.55; }
      </style>
      """;

  /** One picture; the writer itself keeps nothing. */
  private static final class Picture {
    private final CallGraph graph;
    private final StringBuilder out = new StringBuilder();
    private final Map<GraphNode, List<String>> ports = new HashMap<>();
    private LayeredLayout layout;
    private double[] left;
    private double[] widths;
    private double shift;

    Picture(CallGraph graph) {
      this.graph = graph;
    }

    String draw() {
      for (GraphNode node : graph.nodes()) {
        ports.put(node, graph.edgesFrom(node).stream().map(SvgWriter::port).distinct().toList());
      }
      layout = new LayeredLayout(graph, this::height);
      placeColumns();
      SvgLegend legend = new SvgLegend(graph);
      double width = Math.max(left[left.length - 1] + widths[widths.length - 1] + 70, 720);
      double head = legend.height(width - 2 * MARGIN) + MARGIN;
      shift = head - layout.top() + MARGIN;
      double height = layout.bottom() + shift + MARGIN;
      out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
      out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + number(width));
      out.append("\" height=\"" + number(height) + "\" viewBox=\"0 0 " + number(width) + " ");
      out.append(number(height) + "\">\n");
      out.append("<title>" + XmlText.of(graph.title()) + "</title>\n" + STYLE);
      heads();
      out.append("<rect width=\"100%\" height=\"100%\" style=\"stroke:none\"/>\n");
      legend.draw(MARGIN, MARGIN, width - 2 * MARGIN, out);
      layout.links().forEach(this::link);
      layout.columns().forEach(column -> column.forEach(this::box));
      graph.nodes().forEach(this::labels);
      out.append("</svg>\n");
      return out.toString();
    }

    private double height(GraphNode node) {
      return Math.max(LINE * lines(node).size() + 11, PORT * ports.get(node).size() + 6);
    }

    private void placeColumns() {
      int count = layout.columns().size();
      left = new double[count];
      widths = new double[count];
      double x = MARGIN;
      for (int i = 0; i < count; i++) {
        int edges = 0;
        double label = 0;
        left[i] = x;
        for (Item item : layout.columns().get(i)) {
          if (item.node != null) {
            widths[i] = Math.max(widths[i], width(item.node));
            edges += ports.get(item.node).size();
            for (String port : ports.get(item.node)) {
              label = Math.max(label, labelWidth(port));
            }
          }
        }
        x += widths[i] + 90 + Math.min(80, edges * 2) + label;
      }
    }

    private static double labelWidth(String port) {
      int length = through(port).length();
      return length == 0 ? 0 : LABEL_CHAR * length + 10;
    }

    private static double width(GraphNode node) {
      List<String> lines = lines(node);
      double width = NAME_CHAR * lines.get(0).length();
      for (String line : lines.subList(1, lines.size())) {
        width = Math.max(width, SMALL_CHAR * line.length());
      }
      return width + 18;
    }

    private void heads() {
      out.append("<defs>\n");
      for (CallEdge.Kind kind : CallEdge.Kind.values()) {
        out.append("<marker id=\"" + kind.word() + "\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\"");
        out.append(" markerWidth=\"" + number(ARROW) + "\" markerHeight=\"" + number(ARROW));
        out.append("\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0 0.5L8 4L0 7.5z");
        out.append("\" fill=\"" + Palette.line(kind) + "\"/></marker>\n");
      }
      out.append("</defs>\n");
    }

    private double y(Item item) {
      return item.middle() + shift;
    }

    /** The y at which edges of that port leave a node. */
    private double portY(Item item, String port) {
      List<String> all = ports.get(item.node);
      return y(item) + PORT * (all.indexOf(port) - (all.size() - 1) / 2.0);
    }

    private void link(Link link) {
      String title =
          link.edges.stream()
              .map(e -> e.caller().name() + " -> " + e.callee().name() + ": " + e.label())
              .collect(Collectors.joining("; "));
      Map<String, GraphEdge> byPort = new LinkedHashMap<>();
      link.edges.forEach(edge -> byPort.putIfAbsent(port(edge), edge));
      byPort.forEach(
          (port, edge) -> {
            Item from = link.way.get(0);
            Item to = link.way.get(link.way.size() - 1);
            boolean isForward = from.column < to.column;
            out.append("<path class=\"edge " + edge.kind().word() + (isForward ? "" : " back"));
            out.append("\" stroke=\"" + Palette.line(edge.kind()) + "\" marker-end=\"url(#");
            out.append(edge.kind().word() + ")\" d=\"");
            if (from.column == to.column) {
              loop(from, to, portY(from, port));
            } else if (isForward) {
              forward(link.way, portY(from, port), labelWidth(port));
            } else {
              backward(link.way);
            }
            out.append("\"><title>" + XmlText.of(title) + "</title></path>\n");
          });
    }

    private void loop(Item from, Item to, double startY) {
      double x = right(from.column);
      double endY = y(to) + to.height / 2 - 7;
      double bulge = 28 + Math.min(60, Math.abs(endY - startY) / 6);
      move(x, startY);
      curve(x + bulge, startY, x + bulge, endY, x, endY);
    }

    /** Leaves straight on for {@code stub}, so that edges part beyond their label. */
    private void forward(List<Item> way, double startY, double stub) {
      double x = right(way.get(0).column);
      double y = startY;
      move(x, y);
      if (stub > 0) {
        x += stub;
        out.append("H" + number(x));
      }
      for (Item item : way.subList(1, way.size())) {
        double nextX = left[item.column];
        slope(x, y, nextX, y(item));
        x = nextX;
        y = y(item);
        if (item.node == null) {
          x = right(item.column);
          out.append("L" + number(x) + " " + number(y));
        }
      }
    }

    /** From the left side of the caller to the right side of a callee that stands left of it. */
    private void backward(List<Item> way) {
      Item from = way.get(0);
      double x = left[from.column];
      double y = y(from) + from.height / 2 - 7;
      move(x, y);
      for (Item item : way.subList(1, way.size())) {
        double nextX = right(item.column);
        double nextY = y(item) + (item.node == null ? 0 : item.height / 2 - 7);
        slope(x, y, nextX, nextY);
        x = nextX;
        y = nextY;
        if (item.node == null) {
          x = left[item.column];
          out.append("L" + number(x) + " " + number(y));
        }
      }
    }

    private double right(int column) {
      return left[column] + widths[column];
    }

    private void move(double x, double y) {
      out.append("M" + number(x) + " " + number(y));
    }

    private void slope(double x, double y, double toX, double toY) {
      double half = (toX - x) / 2;
      curve(x + half, y, toX - half, toY, toX, toY);
    }

    private void curve(double ax, double ay, double bx, double by, double x, double y) {
      out.append("C" + number(ax) + " " + number(ay) + " " + number(bx) + " " + number(by));
      out.append(" " + number(x) + " " + number(y));
    }

    private void box(Item item) {
      GraphNode node = item.node;
      if (node == null) {
        return;
      }
      double x = left[item.column];
      double top = y(item) - item.height / 2;
      double width = widths[item.column];
      String colors =
          node.verdict()
              .map(v -> "fill:" + Palette.fill(v) + ";stroke:" + Palette.line(v))
              .orElse(node.isRoot() || node.isSink() ? "stroke:#1f2328" : "");
      out.append("<g class=\"" + node.shape().word() + (node.isRoot() ? " root" : "") + "\">");
      out.append("<title>" + XmlText.of(node.id()) + "</title>");
      if (node.isSink()) {
        rect("frame", new Box(x - 3, top - 3, width + 6, item.height + 6), 6, colors);
      }
      rect("box", new Box(x, top, width, item.height), 4, colors);
      List<String> lines = lines(node);
      for (int i = 0; i < lines.size(); i++) {
        boolean isVerdict = i == 2 && node.verdict().isPresent();
        out.append("<text class=\"" + (i == 0 ? "name" : "small") + "\" x=\"" + number(x + 9));
        out.append("\" y=\"" + number(top + 15 + LINE * i) + "\"");
        if (isVerdict) {
          out.append(" style=\"fill:" + Palette.line(node.verdict().get()) + "\"");
        }
        out.append(">" + XmlText.of(lines.get(i)) + "</text>");
      }
      out.append("</g>\n");
    }

    /** A rectangle by its corner and its extent. */
    private record Box(double x, double y, double width, double height) {}

    private void rect(String type, Box box, int radius, String style) {
      out.append("<rect class=\"" + type + "\" x=\"" + number(box.x) + "\" y=\"" + number(box.y));
      out.append("\" width=\"" + number(box.width) + "\" height=\"" + number(box.height));
      out.append("\" rx=\"");
      // A style of its own would override the frame's class.
      String own = type.equals("frame") ? style.replaceFirst("fill:[^;]*;", "") : style;
      out.append(radius + "\"" + (own.isEmpty() ? "" : " style=\"" + own + "\"") + "/>");
    }

    /** What edges go through, once for each place where they leave a node. */
    private void labels(GraphNode node) {
      Item item =
          layout.columns().stream()
              .flatMap(List::stream)
              .filter(i -> i.node == node)
              .findFirst()
              .orElseThrow();
      for (String port : ports.get(node)) {
        String through = through(port);
        if (through.isEmpty()) {
          continue;
        }
        boolean isOnlyBack =
            graph.edgesFrom(node).stream()
                .filter(edge -> port(edge).equals(port))
                .allMatch(edge -> edge.callee().rank() < node.rank());
        double x = isOnlyBack ? left[item.column] - 6 : right(item.column) + 6;
        double y = isOnlyBack ? y(item) + item.height / 2 - 10 : portY(item, port) - 3;
        out.append("<text class=\"through\" x=\"" + number(x) + "\" y=\"" + number(y) + "\"");
        out.append(isOnlyBack ? " text-anchor=\"end\"" : "");
        out.append(">" + XmlText.of(through) + "</text>\n");
      }
    }
  }

  /** Writes well-formed XML without scripts and links. */
  public void write(CallGraph graph, Writer out) throws IOException {
    out.write(new Picture(graph).draw());
  }

  private static List<String> lines(GraphNode node) {
    List<String> lines = new ArrayList<>();
    lines.add(
        node.name() + (node.shape() == GraphNode.Shape.FUNCTION ? "" : " " + node.shape().word()));
    lines.add(node.file() + ":" + node.line());
    if (node.verdict().isPresent()) {
      lines.add(Palette.sites(node));
    }
    if (node.hiddenCount() > 0) {
      lines.add("+" + node.hiddenCount() + " not shown");
    }
    return lines;
  }

  /** Edges that say the same leave a node at one place. */
  private static String port(GraphEdge edge) {
    return edge.kind().ordinal() + edge.through();
  }

  private static String through(String port) {
    String through = port.substring(1).replaceFirst("^struct ", "");
    int excess = through.length() - MAX_LABEL;
    return excess <= 0
        ? through
        : through.substring(0, MAX_LABEL / 2)
            + "..."
            + through.substring(through.length() - MAX_LABEL / 2);
  }
}
