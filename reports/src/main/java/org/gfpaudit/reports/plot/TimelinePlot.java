package org.gfpaudit.reports.plot;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.review.Timeline;

/**
 * A row of revisions from left to right: above, how many findings of each level each has; below, a
 * bar for each finding from the revision that brought it to the one that took it away, with its id
 * and both commits. Levels differ by dashes and outlines, not by colour alone.
 */
public final class TimelinePlot {
  private static final double MARGIN = 20;
  private static final double PLOT_WIDTH = 640;
  private static final double CURVE_HEIGHT = 150;
  private static final double CHAR = 6.7;
  private static final double SAMPLE = 26;

  /** Bars for so many findings; those that lasted longest are shown. */
  private static final int MOST_ROWS = 200;

  /** More points than pixels would only make the file larger. */
  private static final int MOST_POINTS = 1500;

  /** Marks under the curve, so far apart that their texts do not touch. */
  private static final int MOST_MARKS = 6;

  private TimelinePlot() {}

  /** Writes a timeline as SVG; {@code out} is neither flushed nor closed. */
  public static void write(Timeline timeline, Writer out) throws IOException {
    List<Timeline.Episode> shown = shown(timeline);
    double from = MARGIN + 50;
    double to = from + PLOT_WIDTH;
    double top = MARGIN + 86;
    double bottom = top + CURVE_HEIGHT;
    double rows = bottom + 66;
    int steps = Math.max(1, timeline.revisions().size() - 1);
    Scale revisions = new Revisions(from, PLOT_WIDTH / steps, steps);

    TimelineRows table = new TimelineRows(timeline, shown, to + 24);
    String title = "Findings of " + timeline.range();
    String note = note(timeline, shown.size());
    SvgCanvas canvas = new SvgCanvas(title, note, PlotStyle.SHEET);
    double width = Math.max(shown.isEmpty() ? 0 : table.right(), to + 120) + MARGIN;
    double height = rows + table.height() + MARGIN;
    canvas.rect("paper", 0, 0, width, height, "");
    canvas.text("title", MARGIN, MARGIN + 12, SvgCanvas.Anchor.START, VisibleText.of(title));
    canvas.text("note", MARGIN, MARGIN + 30, SvgCanvas.Anchor.START, note);
    drawLegend(MARGIN + 52, canvas);
    drawCurves(timeline, revisions, top, bottom, canvas);
    drawCommits(timeline, revisions, bottom, canvas);
    table.draw(revisions, rows, canvas);
    canvas.write(width, height, out);
  }

  /** Revisions stand side by side at equal distances; what lasts ends at the last one. */
  private record Revisions(double from, double step, int steps) implements Scale {
    @Override
    public double position(double revision) {
      return from + step * Math.min(revision, steps);
    }

    /** At most {@link #MOST_MARKS} of the revisions, with the first and the last one. */
    @Override
    public List<Double> marks() {
      int count = Math.min(MOST_MARKS, steps + 1);
      List<Double> marks = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        marks.add((double) Math.floorDiv(steps * i, count - 1));
      }
      return marks;
    }
  }

  private static List<Timeline.Episode> shown(Timeline timeline) {
    if (timeline.episodes().size() <= MOST_ROWS) {
      return timeline.episodes();
    }
    int end = timeline.revisions().size();
    List<Timeline.Episode> longest =
        timeline.episodes().stream()
            .sorted((a, b) -> Integer.compare(length(b, end), length(a, end)))
            .limit(MOST_ROWS)
            .toList();
    return timeline.episodes().stream().filter(longest::contains).toList();
  }

  private static int length(Timeline.Episode episode, int end) {
    return episode.to().orElse(end) - episode.from();
  }

  private static String note(Timeline timeline, int shown) {
    int all = timeline.episodes().size();
    long came = timeline.episodes().stream().filter(each -> each.from() > 0).count();
    long went = timeline.episodes().stream().filter(each -> each.to().isPresent()).count();
    return timeline.revisions().size()
        + " revisions, "
        + all
        + " findings: "
        + (all - came)
        + " there at first, "
        + came
        + " came, "
        + went
        + " went"
        + (shown < all ? "; the " + shown + " that lasted longest are shown" : "");
  }

  private static void drawLegend(double y, SvgCanvas canvas) {
    double x = MARGIN;
    for (Level level : Level.values()) {
      TimelineRows.sample(level, x, y - 4, SAMPLE, "", canvas);
      canvas.line(trace(level), x + SAMPLE + 6, y - 4, x + 2 * SAMPLE + 6, y - 4);
      x = word(level.word(), x + 2 * SAMPLE + 12, y, canvas);
    }
    canvas.dot("ink", x + 4, y - 4, 3.5);
    x = word("came", x + 14, y, canvas);
    TimelineRows.cross(x + 4, y - 4, canvas);
    x = word("went", x + 14, y, canvas);
    canvas.line("spread", x + 4, y - 11, x + 4, y + 3);
    word("another verdict", x + 12, y, canvas);
  }

  private static double word(String word, double x, double y, SvgCanvas canvas) {
    canvas.text("label", x, y, SvgCanvas.Anchor.START, word);
    return x + CHAR * word.length() + 20;
  }

  private static String trace(Level level) {
    return switch (level) {
      case ERROR -> "trace2 thick";
      case WARNING -> "trace0 dashed";
      case NOTE -> "trace1 dotted";
    };
  }

  /** How many findings of a level each revision has; a finding counts with its last level. */
  private static int[] counts(Timeline timeline, Level level) {
    int[] counts = new int[timeline.revisions().size()];
    for (Timeline.Episode episode : timeline.episodes()) {
      if (episode.finding().level() == level) {
        int end = episode.to().orElse(counts.length);
        for (int i = episode.from(); i < end; i++) {
          counts[i]++;
        }
      }
    }
    return counts;
  }

  private static void drawCurves(
      Timeline timeline, Scale revisions, double top, double bottom, SvgCanvas canvas) {
    int last = timeline.revisions().size() - 1;
    double from = revisions.position(0);
    double to = from + PLOT_WIDTH;
    int most = 1;
    for (Level level : Level.values()) {
      for (int count : counts(timeline, level)) {
        most = Math.max(most, count);
      }
    }
    Scale scale = Scale.linear(most, bottom, top);
    canvas.text("note", from, top - 8, SvgCanvas.Anchor.START, "findings of each level");
    for (double mark : scale.marks()) {
      double y = scale.position(mark);
      canvas.line(mark == 0 ? "axis" : "grid", from, y, to, y);
      if (mark == Math.rint(mark)) {
        canvas.text("note", from - 8, y + 4, SvgCanvas.Anchor.END, SvgCanvas.number(mark));
      }
    }
    List<Label> labels = new ArrayList<>();
    for (Level level : Level.values()) {
      int[] counts = counts(timeline, level);
      if (last >= 0) {
        drawSteps(trace(level), counts, revisions, scale, canvas);
        String said = level.word() + " " + counts[last];
        labels.add(new Label(said, scale.position(counts[last])));
      }
    }
    labels.sort((a, b) -> Double.compare(b.y, a.y));
    double free = bottom;
    for (Label label : labels) {
      double y = Math.min(label.y, free);
      canvas.text("note", to + 8, y + 4, SvgCanvas.Anchor.START, label.text);
      free = y - 14;
    }
  }

  /** The word at the end of a line of the curve. */
  private record Label(String text, double y) {}

  /** A line that stays level between revisions: counts change at a commit and not before it. */
  private static void drawSteps(
      String type, int[] counts, Scale revisions, Scale scale, SvgCanvas canvas) {
    int stride = Math.max(1, counts.length / MOST_POINTS);
    List<double[]> points = new ArrayList<>();
    double height = scale.position(counts[0]);
    points.add(new double[] {revisions.position(0), height});
    for (int i = stride; i < counts.length; i += stride) {
      double next = scale.position(counts[i]);
      if (next != height) {
        points.add(new double[] {revisions.position(i), height});
        points.add(new double[] {revisions.position(i), next});
        height = next;
      }
    }
    points.add(new double[] {revisions.position(counts.length), height});
    canvas.polyline(
        type,
        points.stream().mapToDouble(point -> point[0]).toArray(),
        points.stream().mapToDouble(point -> point[1]).toArray());
  }

  /** The commit and its day, under the first revision, some between, and the last. */
  private static void drawCommits(
      Timeline timeline, Scale revisions, double bottom, SvgCanvas canvas) {
    for (double mark : revisions.marks()) {
      int revision = (int) mark;
      if (revision < timeline.revisions().size()) {
        double x = revisions.position(mark);
        Timeline.Revision here = timeline.revisions().get(revision);
        canvas.line("axis", x, bottom, x, bottom + 5);
        canvas.text("cell", x, bottom + 18, SvgCanvas.Anchor.MIDDLE, TimelineRows.hash(here));
        canvas.text("note", x, bottom + 32, SvgCanvas.Anchor.MIDDLE, TimelineRows.day(here));
      }
    }
  }
}
