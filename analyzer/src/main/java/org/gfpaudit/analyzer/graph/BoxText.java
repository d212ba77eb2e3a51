package org.gfpaudit.analyzer.graph;

import java.util.ArrayList;
import java.util.List;
import org.gfpaudit.reports.format.VisibleText;

/**
 * What stands in the box of a node, cut to lines that fit: the name, where it is, its verdict, and
 * a row for each thing that its calls go through, at whose height their edges leave.
 *
 * @param lines from top to bottom
 * @param ports what the edges that leave the node have in common, each at one place
 */
record BoxText(List<Line> lines, List<String> ports) {
  /** A name of more characters goes on in the next line; other text is cut in its middle. */
  private static final int MOST_NAME = 30;

  private static final int MOST_SMALL = 34;
  private static final int MOST_NAME_LINES = 3;

  private static final double NAME_CHAR = 7.3;
  private static final double SMALL_CHAR = 6.7;
  private static final double NAME_LINE = 15;
  private static final double SMALL_LINE = 14;

  /** The distance of text from the box's frame, to the left and right. */
  static final double PAD = 8;

  private static final double PAD_Y = 5;

  /** A line of a box; its style class, and the port that leaves beside it, if one does. */
  record Line(String type, String text, String port) {
    private double height() {
      return type.equals("name") ? NAME_LINE : SMALL_LINE;
    }

    private double width() {
      return text.length() * (type.equals("name") ? NAME_CHAR : SMALL_CHAR);
    }
  }

  static BoxText of(CallGraph graph, GraphNode node) {
    List<Line> lines = new ArrayList<>();
    String kind = node.shape() == GraphNode.Shape.FUNCTION ? "" : " " + node.shape().word();
    for (String part : wrapped(VisibleText.of(node.name()) + kind)) {
      lines.add(new Line("name", part, ""));
    }
    lines.add(new Line("small", shortPlace(VisibleText.of(node.file()), ":" + node.line()), ""));
    if (node.verdict().isPresent()) {
      lines.add(new Line("verdict", shortened(Palette.sites(node)), ""));
    }
    if (node.hiddenCount() > 0) {
      lines.add(new Line("small", "+" + node.hiddenCount() + " not shown", ""));
    }
    List<String> ports = graph.edgesFrom(node).stream().map(BoxText::port).distinct().toList();
    for (String port : ports) {
      String through = through(port);
      if (!through.isEmpty()) {
        lines.add(new Line("through", shortened("via " + through), port));
      }
    }
    return new BoxText(List.copyOf(lines), ports);
  }

  /** What edges that leave a node at one place have in common. */
  static String port(GraphEdge edge) {
    return edge.kind().ordinal() + edge.through();
  }

  private static String through(String port) {
    return VisibleText.of(port.substring(1)).replaceFirst("^struct ", "");
  }

  double width() {
    return lines.stream().mapToDouble(Line::width).max().orElse(0) + 2 * PAD;
  }

  double height() {
    return lines.stream().mapToDouble(Line::height).sum() + 2 * PAD_Y;
  }

  /** The base line of a line of text, from the box's top. */
  double baseLine(int index) {
    double y = PAD_Y;
    for (Line line : lines.subList(0, index)) {
      y += line.height();
    }
    return y + lines.get(index).height() - 4;
  }

  /** Where edges of that port leave, from the box's top: beside their row, or in the middle. */
  double portY(String port) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).port.equals(port)) {
        return baseLine(i) - 4;
      }
    }
    boolean hasRows = lines.stream().anyMatch(line -> !line.port.isEmpty());
    return hasRows ? baseLine(0) - 4 : height() / 2;
  }

  /** A name in lines that end at an underscore where there is one. */
  private static List<String> wrapped(String name) {
    List<String> parts = new ArrayList<>();
    String rest = name;
    while (rest.length() > MOST_NAME && parts.size() < MOST_NAME_LINES - 1) {
      int underscore = rest.lastIndexOf('_', MOST_NAME - 1);
      int end = underscore < MOST_NAME / 2 ? MOST_NAME : underscore + 1;
      parts.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    parts.add(cut(rest, MOST_NAME));
    return parts;
  }

  /** A file with its line; folders in the middle give way to the file's own name. */
  private static String shortPlace(String file, String line) {
    int most = MOST_SMALL - line.length();
    int first = file.indexOf('/');
    int next = first;
    while (file.length() - next + first + 2 > most && next >= 0) {
      next = file.indexOf('/', next + 1);
    }
    if (file.length() <= most) {
      return file + line;
    }
    return next > first && first > 0
        ? file.substring(0, first + 1) + "…" + file.substring(next) + line
        : cut(file, most) + line;
  }

  private static String shortened(String text) {
    return cut(text, MOST_SMALL);
  }

  private static String cut(String text, int most) {
    int half = most / 2;
    return text.length() <= most
        ? text
        : text.substring(0, half) + "…" + text.substring(text.length() - (most - half - 1));
  }
}
