package org.gfpaudit.analyzer.graph;

import static org.gfpaudit.reports.plot.SvgCanvas.number;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.gfpaudit.analyzer.graph.LayeredLayout.Item;
import org.gfpaudit.analyzer.graph.LayeredLayout.Link;
import org.gfpaudit.reports.format.XmlText;

/**
 * The edges of a picture, and the columns that leave room for them. An edge is a chain of pieces,
 * each from a box or bend to the next one; a piece that several edges share is drawn once, and its
 * tip names them all.
 */
final class SvgEdges {
  private static final double LEAST_GAP = 44;
  private static final double MOST_GAP = 110;

  /** The tip of a piece names so many calls. */
  private static final int MOST_NAMED = 12;

  /** Where edges against the reading direction come in and go out, from the box's lower edge. */
  private static final double BACK = 8;

  private final LayeredLayout layout;
  private final Function<GraphNode, BoxText> texts;
  private final double[] left;
  private final double[] widths;
  private final double[] gaps;

  SvgEdges(LayeredLayout layout, Function<GraphNode, BoxText> texts, double margin) {
    this.layout = layout;
    this.texts = texts;
    int count = layout.columns().size();
    left = new double[count];
    widths = new double[count];
    gaps = new double[count];
    double x = margin;
    for (int i = 0; i < count; i++) {
      left[i] = x;
      for (Item item : layout.columns().get(i)) {
        if (item.node != null) {
          widths[i] = Math.max(widths[i], texts.apply(item.node).width());
        }
      }
      gaps[i] = gap(i);
      x += widths[i] + gaps[i];
    }
  }

  /** The more edges turn between two columns, the more room they get, within bounds. */
  private double gap(int column) {
    Set<List<Item>> pieces = new HashSet<>();
    boolean hasLoop = false;
    for (Link link : layout.links()) {
      for (int i = 0; i + 1 < link.way.size(); i++) {
        Item from = link.way.get(i);
        Item to = link.way.get(i + 1);
        hasLoop |= from.column == to.column && from.column == column;
        if (Math.min(from.column, to.column) == column) {
          pieces.add(List.of(from, to));
        }
      }
    }
    boolean isLast = column == layout.columns().size() - 1;
    if (isLast) {
      return hasLoop ? LEAST_GAP : 0;
    }
    return Math.min(MOST_GAP, LEAST_GAP + pieces.size());
  }

  /** The right end of what is drawn. */
  double right() {
    int last = left.length - 1;
    return right(last) + gaps[last];
  }

  double left(Item item) {
    return left[item.column];
  }

  double width(Item item) {
    return widths[item.column];
  }

  private double right(int column) {
    return left[column] + widths[column];
  }

  /** A piece of the way of edges as it is painted. */
  private record Piece(String type, boolean isEnd, String shape) {}

  void draw(double shift, StringBuilder out) {
    Map<Piece, Set<String>> pieces = new LinkedHashMap<>();
    for (Link link : layout.links()) {
      for (GraphEdge edge : link.edges) {
        String said = edge.caller().name() + " -> " + edge.callee().name() + ": " + edge.label();
        for (int i = 0; i + 1 < link.way.size(); i++) {
          pieces
              .computeIfAbsent(piece(link.way, i, edge, shift), p -> new LinkedHashSet<>())
              .add(said);
        }
      }
    }
    pieces.forEach((piece, calls) -> draw(piece, List.copyOf(calls), out));
  }

  private static void draw(Piece piece, List<String> calls, StringBuilder out) {
    List<String> named = new ArrayList<>(calls.subList(0, Math.min(MOST_NAMED, calls.size())));
    if (calls.size() > MOST_NAMED) {
      named.add("and " + (calls.size() - MOST_NAMED) + " more");
    }
    String word = piece.type.split(" ", 2)[0];
    out.append("<path class=\"edge " + piece.type);
    out.append(piece.isEnd ? "\" marker-end=\"url(#" + word + ")" : "");
    out.append("\" d=\"" + piece.shape + "\"><title>");
    out.append(XmlText.of(String.join("; ", named)) + "</title></path>\n");
  }

  private Piece piece(List<Item> way, int index, GraphEdge edge, double shift) {
    Item from = way.get(index);
    Item to = way.get(index + 1);
    double startY = from.middle() + shift;
    if (from.node != null) {
      startY += texts.apply(from.node).portY(BoxText.port(edge)) - from.height / 2;
    }
    double endY = to.middle() + shift;
    boolean isEnd = index + 2 == way.size();
    if (from.column == to.column) {
      double lower = endY + to.height / 2 - BACK;
      return new Piece(edge.kind().word() + " back", isEnd, loop(from.column, startY, lower));
    }
    if (from.column < to.column) {
      double endX = left[to.column];
      String run = to.node == null ? "H" + number(right(to.column)) : "";
      String shape = slope(right(from.column), startY, endX, endY) + run;
      return new Piece(edge.kind().word(), isEnd, shape);
    }
    double lower = to.node == null ? endY : endY + to.height / 2 - BACK;
    String run = to.node == null ? "H" + number(left[to.column]) : "";
    String shape = slope(left[from.column], startY, right(to.column), lower) + run;
    return new Piece(edge.kind().word() + " back", isEnd, shape);
  }

  /** From the right side of a box to that of one in its column, or its own. */
  private String loop(int column, double startY, double endY) {
    double x = right(column);
    double bulge = Math.min(gaps[column], 26 + Math.abs(endY - startY) / 6);
    return "M"
        + number(x)
        + " "
        + number(startY)
        + curve(x + bulge, startY, x + bulge, endY, x, endY);
  }

  private static String slope(double x, double y, double toX, double toY) {
    double half = (toX - x) / 2;
    String start = "M" + number(x) + " " + number(y);
    return number(y).equals(number(toY))
        ? start + "H" + number(toX)
        : start + curve(x + half, y, toX - half, toY, toX, toY);
  }

  private static String curve(double ax, double ay, double bx, double by, double x, double y) {
    return "C"
        + number(ax)
        + " "
        + number(ay)
        + " "
        + number(bx)
        + " "
        + number(by)
        + " "
        + number(x)
        + " "
        + number(y);
  }
}
