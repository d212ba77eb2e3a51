package org.gfpaudit.analyzer.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.model.CallEdge;
import org.gfpaudit.rules.finding.Verdict;
import org.junit.jupiter.api.Test;

/** A large picture is compact and can be read: its boxes, its texts and its edges keep apart. */
final class SvgPictureTest {
  private static final Pattern SIZE =
      Pattern.compile("<svg [^>]*width=\"([\\d.]+)\" height=\"([\\d.]+)\"");
  private static final Pattern BOX =
      Pattern.compile(
          "<rect class=\"box\" x=\"([\\d.]+)\" y=\"([\\d.]+)\" width=\"([\\d.]+)\""
              + " height=\"([\\d.]+)\" rx=\"4\"/>(.*)</g>");
  private static final Pattern TEXT =
      Pattern.compile(
          "<text class=\"(\\w+)\" x=\"([\\d.]+)\" y=\"([\\d.]+)\"( text-anchor=\"end\")?>([^<]*)<");
  private static final Pattern EDGE =
      Pattern.compile("<path class=\"edge ([\\w-]+)[^\"]*\"[^>]* d=\"([^\"]*)\"><title>");

  private record Box(double x, double y, double width, double height, String texts) {
    boolean holds(double atX, double atY) {
      return atX > x + 1 && atX < x + width - 1 && atY > y + 1 && atY < y + height - 1;
    }
  }

  /**
   * As callers of a much used function are: most call one of few, some call each other. Of an odd
   * seed, all are callees instead.
   */
  private static CallGraph graph(int nodes, int seed) {
    Random random = new Random(seed);
    boolean isDownward = seed % 2 == 1;
    Graphs graphs = new Graphs();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < nodes; i++) {
      int rank = i == 0 ? 0 : i < nodes / 10 ? -1 : i < nodes / 2 ? -2 : -3;
      String name =
          "n" + i + (random.nextInt(3) == 0 ? "_convert_inline_data_to_the_extent_with_locks" : "");
      Optional<Verdict> verdict =
          random.nextBoolean()
              ? Optional.of(Verdict.values()[random.nextInt(Verdict.values().length)])
              : Optional.empty();
      graphs.with(
          new GraphNode(
              "drivers/gpu/drm/panel/deep/below/file" + i + ".c:" + name,
              new GraphNode.Definition(
                  name,
                  "drivers/gpu/drm/panel/deep/below/file" + i + ".c",
                  i + 1000,
                  GraphNode.Shape.FUNCTION),
              isDownward ? -rank : rank,
              random.nextInt(20) == 0,
              new GraphNode.Judged(verdict, List.of(i + 1001, i + 1010)),
              random.nextInt(10) == 0 ? 3 : 0));
      if (i > 0) {
        int nearer =
            rank == -1 ? 0 : rank == -2 ? 1 + random.nextInt(4) : nodes / 10 + random.nextInt(9);
        String near = names.get(nearer);
        graphs.calls(isDownward ? near : name, isDownward ? name : near);
        if (random.nextInt(5) == 0) {
          String other = names.get(random.nextInt(names.size()));
          graphs.edge(
              name, other, CallEdge.Kind.OPS, "struct address_space_operations.a_field_" + i);
        }
        if (random.nextInt(15) == 0) {
          graphs.edge(names.get(random.nextInt(names.size())), name, CallEdge.Kind.FILLER, "");
        }
      }
      names.add(name);
    }
    return graphs.graph("Callers of n0()", "the graph may go on");
  }

  private static String picture(CallGraph graph) throws IOException {
    StringWriter out = new StringWriter();
    new SvgWriter().write(graph, out);
    return out.toString();
  }

  private static double number(Matcher matcher, int group) {
    return Double.parseDouble(matcher.group(group));
  }

  private static List<Box> boxes(String svg) {
    List<Box> boxes = new ArrayList<>();
    Matcher matcher = BOX.matcher(svg);
    while (matcher.find()) {
      boxes.add(
          new Box(
              number(matcher, 1),
              number(matcher, 2),
              number(matcher, 3),
              number(matcher, 4),
              matcher.group(5)));
    }
    return boxes;
  }

  @Test
  void mostOfALargePictureIsNotWhite() throws IOException {
    for (int seed = 0; seed < 5; seed++) {
      String svg = picture(graph(200, seed));
      Matcher size = SIZE.matcher(svg);
      assertTrue(size.find(), svg);
      List<Box> boxes = boxes(svg);
      assertEquals(200, boxes.size());
      double covered = boxes.stream().mapToDouble(box -> box.width * box.height).sum();
      double share = covered / number(size, 1) / number(size, 2);
      assertTrue(share >= 0.4, "boxes cover " + share);
      double aspect = number(size, 1) / number(size, 2);
      assertTrue(aspect > 0.5 && aspect < 2.6, "width to height: " + aspect);
    }
  }

  @Test
  void boxesKeepApart() throws IOException {
    List<Box> boxes = boxes(picture(graph(200, 1)));
    for (Box one : boxes) {
      for (Box other : boxes) {
        boolean isApart =
            one.equals(other)
                || one.x + one.width + 10 <= other.x
                || other.x + other.width + 10 <= one.x
                || one.y + one.height + 5 <= other.y
                || other.y + other.height + 5 <= one.y;
        assertTrue(isApart, one + " and " + other);
      }
    }
  }

  @Test
  void noTextIsSmallOrWiderThanItsBox() throws IOException {
    String svg = picture(graph(200, 2));
    Matcher sizes = Pattern.compile("font-size: (\\d+)px").matcher(svg);
    while (sizes.find()) {
      assertTrue(Integer.parseInt(sizes.group(1)) >= 11, sizes.group());
    }
    int count = 0;
    for (Box box : boxes(svg)) {
      Matcher text = TEXT.matcher(box.texts);
      while (text.find()) {
        // The advance of DejaVu Sans Mono and of Menlo, the widest of the fonts asked for.
        double size = text.group(1).equals("name") ? 12 : 11;
        double length = 0.6021 * size * text.group(5).length();
        double left = number(text, 2) - (text.group(4) == null ? 0 : length);
        assertTrue(left >= box.x + 2, text.group());
        assertTrue(left + length <= box.x + box.width - 2, text.group());
        assertTrue(number(text, 3) - size >= box.y, text.group());
        assertTrue(number(text, 3) + 3 <= box.y + box.height, text.group());
        count++;
      }
    }
    assertTrue(count >= 400, "texts in boxes: " + count);
  }

  @Test
  void edgesGoBetweenTheBoxes() throws IOException {
    String svg = picture(graph(200, 3));
    List<Box> boxes = boxes(svg);
    Matcher edges = EDGE.matcher(svg);
    int count = 0;
    while (edges.find()) {
      for (double[] point : points(edges.group(2))) {
        for (Box box : boxes) {
          assertFalse(box.holds(point[0], point[1]), edges.group() + " goes through " + box);
        }
      }
      count++;
    }
    assertTrue(count >= 200, "edges: " + count);
  }

  /** Points along a path of M, C and H. */
  private static List<double[]> points(String path) {
    List<double[]> points = new ArrayList<>();
    double x = 0;
    double y = 0;
    Matcher commands = Pattern.compile("([MCH])([^MCH]*)").matcher(path);
    while (commands.find()) {
      String[] words = commands.group(2).trim().split(" ", -1);
      double[] to = new double[words.length];
      for (int i = 0; i < to.length; i++) {
        to[i] = Double.parseDouble(words[i]);
      }
      double endX = to[to.length - (to.length == 1 ? 1 : 2)];
      double endY = to.length == 1 ? y : to[to.length - 1];
      for (int i = 0; i <= 40 && !commands.group(1).equals("M"); i++) {
        double t = i / 40.0;
        double u = 1 - t;
        boolean isCurve = to.length == 6;
        double ax = isCurve ? to[0] : x + (endX - x) / 3;
        double ay = isCurve ? to[1] : y;
        double bx = isCurve ? to[2] : x + (endX - x) * 2 / 3;
        double by = isCurve ? to[3] : y;
        points.add(
            new double[] {
              u * u * u * x + 3 * u * u * t * ax + 3 * u * t * t * bx + t * t * t * endX,
              u * u * u * y + 3 * u * u * t * ay + 3 * u * t * t * by + t * t * t * endY
            });
      }
      x = endX;
      y = endY;
    }
    return points;
  }

  @Test
  void whatIsShortenedIsWholeInTheTip() throws IOException {
    String svg = picture(graph(60, 4));
    String whole = "drivers/gpu/drm/panel/deep/below/file7.c:n7";
    assertTrue(svg.contains("<title>" + whole), svg);
    assertTrue(svg.contains(">drivers/…/deep/below/file7.c:1007</text>"), svg);
  }

  @Test
  void everyNodeAndEveryCallIsDrawnOnce() throws IOException {
    CallGraph graph = graph(120, 5);
    String svg = picture(graph);
    for (GraphEdge edge : graph.edges()) {
      assertTrue(
          svg.contains(edge.caller().name() + " -&gt; " + edge.callee().name() + ": ")
              || svg.contains(" more</title>"),
          edge.toString());
    }
    Matcher edges = EDGE.matcher(svg);
    List<String> shapes = new ArrayList<>();
    while (edges.find()) {
      shapes.add(edges.group(1) + " " + edges.group(2));
    }
    assertEquals(shapes.size(), shapes.stream().distinct().count(), "a shared piece is drawn once");
  }

  @Test
  void wordsOfVerdictsCanBeReadOnTheirColours() {
    for (Verdict verdict : Verdict.values()) {
      assertTrue(contrast(Palette.fill(verdict), Palette.line(verdict)) >= 4.5, verdict.word());
      assertTrue(
          contrast(Palette.darkFill(verdict), Palette.darkLine(verdict)) >= 4.5, verdict.word());
    }
    for (CallEdge.Kind kind : CallEdge.Kind.values()) {
      assertTrue(contrast("#ffffff", Palette.line(kind)) >= 3, kind.word());
      assertTrue(contrast("#0d1117", Palette.darkLine(kind)) >= 3, kind.word());
    }
  }

  /** The contrast of two colours as the guidelines for accessible pages count it. */
  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String color) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double part = Integer.parseInt(color.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum += weights[i] * (part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
  }

  @Test
  void whoCannotSeeItIsTold() throws IOException {
    String svg = picture(graph(50, 6));
    assertTrue(svg.contains("<title id=\"title\">Callers of n0()</title>"), svg);
    assertTrue(svg.contains("<desc id=\"desc\">50 definitions in columns"), svg);
    assertTrue(svg.contains("prefers-color-scheme: dark"), "a dark page has colours of its own");
  }
}
