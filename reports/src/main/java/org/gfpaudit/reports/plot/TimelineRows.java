package org.gfpaudit.reports.plot;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.review.Timeline;

/**
 * The lower half of a timeline: a row for each finding, with a bar while it is there, its id, its
 * level, the commits that brought it and took it away, and its place.
 */
final class TimelineRows {
  static final double ROW = 17;

  private static final double BAR = 10;
  private static final double CHAR = 6.7;
  private static final double COLUMN_GAP = 18;
  private static final double LEAST_WIDTH = 3;
  private static final int HASH_LENGTH = 12;
  private static final int MOST_PLACE = 64;
  private static final List<String> HEADS = List.of("finding", "level", "came", "went", "place");

  private final Timeline timeline;
  private final List<Timeline.Episode> shown;
  private final double[] columns = new double[HEADS.size()];
  private final double end;

  /** Rows for these episodes, whose texts begin at {@code left}. */
  TimelineRows(Timeline timeline, List<Timeline.Episode> shown, double left) {
    this.timeline = timeline;
    this.shown = shown;
    double x = left;
    for (int i = 0; i < columns.length; i++) {
      columns[i] = x;
      int longest = HEADS.get(i).length();
      for (Timeline.Episode episode : shown) {
        longest = Math.max(longest, cells(episode).get(i).length());
      }
      x += CHAR * longest + COLUMN_GAP;
    }
    end = x - COLUMN_GAP;
  }

  /** The right end of the texts. */
  double right() {
    return end;
  }

  double height() {
    return shown.isEmpty() ? 0 : ROW * (shown.size() + 1);
  }

  void draw(Scale revisions, double top, SvgCanvas canvas) {
    if (shown.isEmpty()) {
      return;
    }
    for (int i = 0; i < columns.length; i++) {
      canvas.text("head", columns[i], top, SvgCanvas.Anchor.START, HEADS.get(i));
    }
    double y = top;
    for (Timeline.Episode episode : shown) {
      y += ROW;
      bar(episode, revisions, y - 4, canvas);
      List<String> cells = cells(episode);
      for (int i = 0; i < columns.length; i++) {
        canvas.text("cell", columns[i], y, SvgCanvas.Anchor.START, cells.get(i));
      }
    }
  }

  private void bar(Timeline.Episode episode, Scale revisions, double middle, SvgCanvas canvas) {
    double begin = revisions.position(episode.from());
    double last = revisions.position(episode.to().orElse(timeline.revisions().size()));
    double width = Math.max(LEAST_WIDTH, last - begin);
    sample(episode.finding().level(), begin, middle, width, tip(episode), canvas);
    for (Timeline.Change change : episode.changes()) {
      double x = revisions.position(change.at());
      canvas.line("spread", x, middle - 7, x, middle + 7);
    }
    if (episode.from() > 0) {
      canvas.dot("ink", begin, middle, 3.5);
    }
    if (episode.to().isPresent()) {
      cross(last, middle, canvas);
    }
  }

  /** The bar of a level: what differs is the height and the outline, and the colour too. */
  static void sample(
      Level level, double x, double middle, double width, String tip, SvgCanvas canvas) {
    switch (level) {
      case ERROR -> canvas.rect("series2", x, middle - BAR / 2, width, BAR, tip);
      case WARNING -> canvas.rect("series0", x, middle - BAR / 4, width, BAR / 2, tip);
      case NOTE -> canvas.rect("trace1 dotted", x, middle - BAR / 2, width, BAR, tip);
    }
  }

  /** The mark of a finding's end. */
  static void cross(double x, double middle, SvgCanvas canvas) {
    canvas.line("spread", x - 4, middle - 4, x + 4, middle + 4);
    canvas.line("spread", x - 4, middle + 4, x + 4, middle - 4);
  }

  private List<String> cells(Timeline.Episode episode) {
    return List.of(
        episode.finding().id(),
        episode.finding().level().word(),
        timeline.appearance(episode).map(TimelineRows::commit).orElse("there at first"),
        timeline.end(episode).map(TimelineRows::commit).orElse("there at last"),
        place(episode));
  }

  private static String commit(Timeline.Revision revision) {
    return hash(revision) + " " + day(revision);
  }

  private static String place(Timeline.Episode episode) {
    String function = episode.finding().place().function();
    String place =
        VisibleText.of(
            episode.finding().place().file() + (function.isEmpty() ? "" : " " + function + "()"));
    int half = MOST_PLACE / 2;
    return place.length() <= MOST_PLACE
        ? place
        : place.substring(0, half - 1) + "…" + place.substring(place.length() - half);
  }

  private String tip(Timeline.Episode episode) {
    Optional<Timeline.Revision> begin = timeline.appearance(episode);
    Optional<Timeline.Revision> gone = timeline.end(episode);
    return VisibleText.of(
        episode.finding().place().fileAndLine()
            + ": "
            + episode.finding().message()
            + " ["
            + episode.finding().rule()
            + " "
            + episode.finding().id()
            + "]: "
            + begin.map(revision -> "appeared with " + said(revision)).orElse("there at first")
            + ", "
            + gone.map(revision -> "gone with " + said(revision)).orElse("there at last"));
  }

  private static String said(Timeline.Revision revision) {
    return commit(revision) + " " + revision.author() + ": " + revision.subject();
  }

  /** The beginning of a commit's name. */
  static String hash(Timeline.Revision revision) {
    String hash = revision.commit();
    return hash.substring(0, Math.min(HASH_LENGTH, hash.length()));
  }

  static String day(Timeline.Revision revision) {
    return DateTimeFormatter.ISO_LOCAL_DATE
        .withZone(ZoneOffset.UTC)
        .format(Instant.ofEpochSecond(revision.epochSeconds()));
  }
}
