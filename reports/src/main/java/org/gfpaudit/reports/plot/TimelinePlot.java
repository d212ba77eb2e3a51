package org.gfpaudit.reports.plot;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.review.Timeline;

/**
 * A row of revisions from left to right: above, how many findings each has; below, a bar for each
 * finding from the revision that brought it to the one that took it away.
 */
public final class TimelinePlot {
  private static final double MARGIN = 20;
  private static final double PLOT_WIDTH = 760;
  private static final double CURVE_HEIGHT = 140;
  private static final double ROW = 15;
  private static final double BAR = 8;
  private static final double CHAR = 6.4;
  private static final double LEAST_WIDTH = 2;
  private static final double SWATCH = 11;

  /** Bars for so many findings; those that lasted longest are shown. */
  private static final int MOST_ROWS = 200;

  /** More points than pixels would only make the file larger. */
  private static final int MOST_POINTS = 1500;

  private static final int HASH_LENGTH = 12;

  private TimelinePlot() {}

  /** Writes a timeline as SVG; {@code out} is neither flushed nor closed. */
  public static void write(Timeline timeline, Writer out) throws IOException {
    List<Timeline.Episode> shown = shown(timeline);
    double labels = 0;
    for (Timeline.Episode episode : shown) {
      labels = Math.max(labels, CHAR * label(episode).length());
    }
    double from = MARGIN + 50;
    double to = from + PLOT_WIDTH;
    double top = MARGIN + 66;
    double bottom = top + CURVE_HEIGHT;
    double rows = bottom + 46;
    int last = Math.max(1, timeline.revisions().size() - 1);

    SvgCanvas canvas = new SvgCanvas("Findings of " + timeline.range(), PlotStyle.SHEET);
    double width = to + 10 + labels + MARGIN;
    double height = rows + ROW * shown.size() + MARGIN;
    canvas.rect("paper", 0, 0, width, height, "");
    canvas.text(
        "title",
        MARGIN,
        MARGIN + 12,
        SvgCanvas.Anchor.START,
        "Findings of " + VisibleText.of(timeline.range()));
    canvas.text("note", MARGIN, MARGIN + 30, SvgCanvas.Anchor.START, note(timeline, shown.size()));
    drawLegend(MARGIN + 50, canvas);
    drawCurve(timeline, from, to, top, bottom, canvas);
    drawDays(timeline, from, to, bottom, canvas);
    double y = rows;
    for (Timeline.Episode episode : shown) {
      double begin = from + PLOT_WIDTH * episode.from() / last;
      double end = episode.to().map(t -> from + PLOT_WIDTH * t / last).orElse(to);
      double length = Math.max(LEAST_WIDTH, end - begin);
      String type = "series" + series(episode.finding().level());
      canvas.rect(type, begin, y, length, BAR, tip(timeline, episode));
      canvas.text("note", to + 10, y + BAR, SvgCanvas.Anchor.START, label(episode));
      y += ROW;
    }
    canvas.write(width, height, out);
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
    return timeline.revisions().size()
        + " revisions, "
        + all
        + " findings came or were there"
        + (shown < all ? "; the " + shown + " that lasted longest are shown" : "");
  }

  private static void drawLegend(double y, SvgCanvas canvas) {
    double x = MARGIN;
    for (Level level : Level.values()) {
      canvas.rect("series" + series(level), x, y - SWATCH + 1, SWATCH, SWATCH, "");
      canvas.text("label", x + SWATCH + 6, y, SvgCanvas.Anchor.START, level.word());
      x += SWATCH + 6 + CHAR * level.word().length() + 22;
    }
  }

  private static int series(Level level) {
    return switch (level) {
      case ERROR -> 2;
      case WARNING -> 0;
      case NOTE -> 1;
    };
  }

  private static void drawCurve(
      Timeline timeline, double from, double to, double top, double bottom, SvgCanvas canvas) {
    List<Timeline.Revision> revisions = timeline.revisions();
    int most = revisions.stream().mapToInt(Timeline.Revision::findingCount).max().orElse(0);
    Scale scale = Scale.linear(Math.max(1, most), bottom, top);
    for (double mark : scale.marks()) {
      double y = scale.position(mark);
      canvas.line("grid", from, y, to, y);
      canvas.text("note", from - 8, y + 4, SvgCanvas.Anchor.END, SvgCanvas.number(mark));
    }
    int step = Math.max(1, revisions.size() / MOST_POINTS);
    int points = (revisions.size() + step - 1) / step;
    double[] xs = new double[points];
    double[] ys = new double[points];
    int last = Math.max(1, revisions.size() - 1);
    for (int i = 0; i < points; i++) {
      xs[i] = from + PLOT_WIDTH * (i * step) / last;
      ys[i] = scale.position(revisions.get(i * step).findingCount());
    }
    canvas.polyline("trace0", xs, ys);
  }

  /** The days of the first revision, of some between, and of the last. */
  private static void drawDays(
      Timeline timeline, double from, double to, double bottom, SvgCanvas canvas) {
    int marks = Math.min(5, timeline.revisions().size());
    int last = timeline.revisions().size() - 1;
    for (int i = 0; i < marks; i++) {
      int revision = marks == 1 ? 0 : last * i / (marks - 1);
      double x = marks == 1 ? from : from + (to - from) * i / (marks - 1);
      canvas.line("axis", x, bottom, x, bottom + 5);
      canvas.text(
          "note", x, bottom + 18, SvgCanvas.Anchor.MIDDLE, day(timeline.revisions().get(revision)));
    }
  }

  private static String label(Timeline.Episode episode) {
    return VisibleText.of(
        episode.finding().place().file()
            + (episode.finding().place().function().isEmpty()
                ? ""
                : " " + episode.finding().place().function() + "()"));
  }

  private static String tip(Timeline timeline, Timeline.Episode episode) {
    Optional<Timeline.Revision> begin = timeline.appearance(episode);
    Optional<Timeline.Revision> end = timeline.end(episode);
    return VisibleText.of(
        episode.finding().message()
            + " ["
            + episode.finding().rule()
            + " "
            + episode.finding().id()
            + "]: "
            + begin.map(revision -> "appeared with " + said(revision)).orElse("there at first")
            + ", "
            + end.map(revision -> "gone with " + said(revision)).orElse("there at last"));
  }

  private static String said(Timeline.Revision revision) {
    String hash = revision.commit();
    return hash.substring(0, Math.min(HASH_LENGTH, hash.length()))
        + " "
        + day(revision)
        + " "
        + revision.author()
        + ": "
        + revision.subject();
  }

  private static String day(Timeline.Revision revision) {
    return DateTimeFormatter.ISO_LOCAL_DATE
        .withZone(ZoneOffset.UTC)
        .format(Instant.ofEpochSecond(revision.epochSeconds()));
  }
}
