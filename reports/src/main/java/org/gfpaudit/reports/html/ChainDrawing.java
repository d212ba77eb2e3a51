package org.gfpaudit.reports.html;

import static org.gfpaudit.reports.html.Markup.with;

import java.util.ArrayList;
import java.util.List;
import org.gfpaudit.reports.format.ShownWay;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.finding.ChainStep;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Reentry;

/**
 * The functions that a finding goes through, as a picture in SVG. A way goes from the top to the
 * bottom; the two halves of a deadlock are a ring: down from the lock to the allocation, across
 * into reclaim, and up to the lock again. Each function is a link to its step.
 */
final class ChainDrawing {
  private static final double CHARACTER = 7.3;
  private static final double NODE_HEIGHT = 42;
  private static final double ROW = 84;
  private static final double MARGIN = 12;
  private static final double LANE_GAP = 60;
  private static final double LABEL_WIDTH = 330;
  private static final int MOST_NAME = 42;
  private static final int MOST_LABEL = 56;

  /**
   * A function on a way, for all steps in it that follow one another.
   *
   * @param leads what is done in it to come to the next
   */
  private record Node(String name, String place, String target, String leads, String type) {}

  private final Markup svg = new Markup();
  private final double width;

  private ChainDrawing(double width) {
    this.width = width;
  }

  /**
   * The picture; empty where a finding stays in one function and is better read.
   *
   * @param id what the ids of its steps begin with, as {@link StepView} makes them
   */
  static String of(Finding finding, String id) {
    List<List<Node>> lanes = new ArrayList<>();
    for (ShownWay way : ShownWay.of(finding)) {
      lanes.add(nodes(way.steps(), id, lanes.size()));
    }
    int longest =
        lanes.stream()
            .flatMap(List::stream)
            .mapToInt(node -> Math.max(node.name().length(), node.place().length()))
            .max()
            .orElse(0);
    ChainDrawing drawing = new ChainDrawing(Math.max(170, longest * CHARACTER + 20));
    var reentry = finding.consequence().reentry();
    if (reentry.isPresent()) {
      return drawing.ring(lanes.get(0), lanes.get(1), reentry.get(), id);
    }
    List<Node> way = new ArrayList<>(lanes.get(0));
    String callee = finding.flagged().callee();
    if (finding.row().isPresent() && !callee.isEmpty()) {
      way.add(new Node(cut(callee, MOST_NAME) + "()", "the sink", id, "", "sink"));
    }
    return way.size() < 2 ? "" : drawing.way(way, finding);
  }

  private static List<Node> nodes(List<ShownWay.Step> steps, String id, int lane) {
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      ShownWay.Step step = steps.get(i);
      Place place = step.place();
      boolean isLast = i + 1 == steps.size();
      boolean isLeft = isLast || !isSameFunction(place, steps.get(i + 1).place());
      if (!isLeft) {
        continue;
      }
      int first = i;
      while (first > 0 && isSameFunction(place, steps.get(first - 1).place())) {
        first--;
      }
      String type = step.kind().map(ChainStep.Kind::id).orElse("step");
      nodes.add(
          new Node(
              cut(place.function().isEmpty() ? place.file() : place.function() + "()", MOST_NAME),
              cutFront(place.fileAndLine()),
              StepView.id(id, lane, first),
              cut(step.text(), MOST_LABEL),
              type));
    }
    return nodes;
  }

  private static boolean isSameFunction(Place one, Place other) {
    return one.file().equals(other.file()) && one.function().equals(other.function());
  }

  private String way(List<Node> nodes, Finding finding) {
    double height = (nodes.size() - 1) * ROW + NODE_HEIGHT + 2 * MARGIN;
    double middle = MARGIN + width / 2;
    begin(middle + Math.max(width / 2, LABEL_WIDTH) + MARGIN, height, finding.message());
    for (int i = 0; i < nodes.size(); i++) {
      double y = MARGIN + i * ROW;
      if (i + 1 < nodes.size()) {
        arrow("M" + at(middle, y + NODE_HEIGHT) + "V" + number(y + ROW));
        label(middle + 8, y + NODE_HEIGHT + 25, nodes.get(i).leads());
      }
      node(nodes.get(i), MARGIN, y);
    }
    return svg.close("svg").whole();
  }

  private String ring(List<Node> held, List<Node> reclaim, Reentry reentry, String id) {
    int rows = Math.max(held.size(), reclaim.size());
    double left = MARGIN;
    double right = MARGIN + Math.max(width, LABEL_WIDTH + width / 2) + LANE_GAP;
    double top = MARGIN + ROW;
    double bottom = top + (rows - 1) * ROW + NODE_HEIGHT;
    double whole = right + Math.max(width, LABEL_WIDTH + width / 2) + MARGIN;
    begin(whole, bottom + 54, "the cycle of " + reentry.lock().text());
    String name = cut(reentry.lock().text(), MOST_NAME);
    double lockWidth = Math.max(170, name.length() * CHARACTER + 30);
    double lockX = (left + right + width) / 2 - lockWidth / 2;
    double leftMiddle = left + width / 2;
    double rightMiddle = right + width / 2;
    double lockY = MARGIN + NODE_HEIGHT / 2;
    // Each half touches the lock: one holds it, the other one waits for it.
    arrow("M" + at(lockX, lockY) + "H" + number(leftMiddle) + "V" + number(top));
    label(leftMiddle + 8, lockY + 34, "held for " + reentry.mode().word());
    for (int i = 0; i < held.size(); i++) {
      double y = top + i * ROW;
      if (i + 1 < held.size()) {
        arrow("M" + at(leftMiddle, y + NODE_HEIGHT) + "V" + number(y + ROW));
        label(leftMiddle + 8, y + NODE_HEIGHT + 25, held.get(i).leads());
      }
      node(held.get(i), left, y);
    }
    double from = top + (held.size() - 1) * ROW + NODE_HEIGHT;
    arrow(
        "M"
            + at(leftMiddle, from)
            + "V"
            + number(bottom + 22)
            + "H"
            + number(rightMiddle)
            + "V"
            + number(bottom));
    label(leftMiddle + 8, bottom + 40, held.get(held.size() - 1).leads() + ": reclaim is entered");
    for (int i = 0; i < reclaim.size(); i++) {
      double y = bottom - NODE_HEIGHT - i * ROW;
      double to = i + 1 < reclaim.size() ? y - ROW + NODE_HEIGHT : lockY;
      String end = i + 1 < reclaim.size() ? "" : "H" + number(lockX + lockWidth);
      arrow("M" + at(rightMiddle, y) + "V" + number(to) + end);
      label(rightMiddle + 8, y - 17, reclaim.get(i).leads());
      node(reclaim.get(i), right, y);
    }
    Node lock = new Node(name, "the lock where both meet", id + "-meet", "", "lock");
    node(lock, lockX, MARGIN, lockWidth);
    return svg.close("svg").whole();
  }

  private void begin(double wide, double high, String title) {
    svg.open(
        "svg",
        with("viewBox", "0 0 " + number(wide) + " " + number(high)),
        with("width", number(wide)),
        with("height", number(high)),
        with("role", "group"),
        with("aria-label", title));
    svg.line();
  }

  private void node(Node node, double x, double y) {
    node(node, x, y, width);
  }

  private void node(Node node, double x, double y, double wide) {
    svg.open("a", with("href", "#" + node.target()), with("class", "node kind-" + node.type()));
    svg.open(
            "rect",
            with("x", number(x)),
            with("y", number(y)),
            with("width", number(wide)),
            with("height", number(NODE_HEIGHT)),
            with("rx", node.type().equals("lock") ? number(NODE_HEIGHT / 2) : "4"))
        .close("rect");
    text("name", x + wide / 2, y + 17, node.name());
    text("at", x + wide / 2, y + 33, node.place());
    svg.close("a").line();
  }

  private void text(String type, double x, double y, String text) {
    svg.element("text", text, with("class", type), with("x", number(x)), with("y", number(y)));
  }

  private void label(double x, double y, String text) {
    if (!text.isEmpty()) {
      text("label", x, y, text);
      svg.line();
    }
  }

  private void arrow(String path) {
    svg.open("path", with("class", "arrow"), with("d", path)).close("path").line();
  }

  private static String at(double x, double y) {
    return number(x) + " " + number(y);
  }

  private static String number(double value) {
    return String.valueOf(Math.round(value));
  }

  private static String cut(String text, int most) {
    String shown = VisibleText.of(text);
    return shown.length() <= most ? shown : shown.substring(0, most - 3) + "...";
  }

  /** Of a long path the end tells more. */
  private static String cutFront(String text) {
    String shown = VisibleText.of(text);
    return shown.length() <= MOST_NAME
        ? shown
        : "..." + shown.substring(shown.length() - MOST_NAME + 3);
  }
}
