package org.gfpaudit.reports.text;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gfpaudit.reports.format.Grid;
import org.gfpaudit.reports.format.Passage;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.review.Timeline;

/** One line for each finding that a row of revisions had: when it came, when it went, by whom. */
public final class TimelineReport {
  private static final int HASH_LENGTH = 12;
  private static final int LEVEL_COLUMN = 4;

  private final Style style;

  public TimelineReport(Style style) {
    this.style = style;
  }

  /** Writes {@code timeline} to {@code out}, which is neither flushed nor closed. */
  public void write(Timeline timeline, Writer out) throws IOException {
    Grid grid =
        new Grid(
            List.of(
                Grid.Align.LEFT,
                Grid.Align.LEFT,
                Grid.Align.LEFT,
                Grid.Align.LEFT,
                Grid.Align.LEFT,
                Grid.Align.LEFT,
                Grid.Align.LEFT));
    grid.add(List.of("APPEARED", "BY", "MENDED", "BY", "LEVEL", "PLACE", "FINDING"));
    for (Timeline.Episode episode : timeline.episodes()) {
      Optional<Timeline.Revision> from = timeline.appearance(episode);
      Optional<Timeline.Revision> to = timeline.end(episode);
      grid.add(
          List.of(
              from.map(TimelineReport::said).orElse("before"),
              from.map(revision -> VisibleText.of(revision.author())).orElse(""),
              to.map(TimelineReport::said).orElse("-"),
              to.map(revision -> VisibleText.of(revision.author())).orElse(""),
              episode.finding().level().word(),
              VisibleText.of(Passage.place(episode.finding().place())),
              VisibleText.of(episode.finding().rule() + " " + episode.finding().id())
                  + changes(episode, timeline)));
    }
    grid.write(
        out,
        (line, column, padded) -> {
          if (line == 0) {
            return style.bold(padded);
          }
          return column == LEVEL_COLUMN
              ? style.level(timeline.episodes().get(line - 1).finding().level(), padded)
              : padded;
        });
    out.write(style.bold(summary(timeline)) + "\n");
  }

  /** {@code ", hardcoded until 2016-10-08 1a2b3c4d5e6f"} for each other verdict, the last first. */
  private static String changes(Timeline.Episode episode, Timeline timeline) {
    List<Timeline.Change> changes = new ArrayList<>(episode.changes());
    Collections.reverse(changes);
    return changes.stream()
        .filter(change -> !change.before().rule().equals(episode.finding().rule()))
        .map(
            change ->
                ", "
                    + VisibleText.of(change.before().rule())
                    + " until "
                    + said(timeline.revisions().get(change.at())))
        .collect(Collectors.joining());
  }

  /** {@code v6.1..v6.2: 310 revisions, 12 audited; 3 findings at first, 2 appeared, ...}. */
  private static String summary(Timeline timeline) {
    long before = timeline.episodes().stream().filter(e -> e.from() == 0).count();
    long mended = timeline.episodes().stream().filter(e -> e.to().isPresent()).count();
    long appeared = timeline.episodes().size() - before;
    long changed = timeline.episodes().stream().filter(e -> !e.changes().isEmpty()).count();
    long incomplete =
        timeline.revisions().stream()
            .filter(revision -> revision.state() == Timeline.State.INCOMPLETE)
            .count();
    return VisibleText.of(timeline.range())
        + ": "
        + timeline.revisions().size()
        + " revisions, "
        + timeline.auditedCount()
        + " audited; "
        + before
        + " findings at first, "
        + appeared
        + " appeared, "
        + mended
        + " went, "
        + (changed > 0 ? changed + " changed, " : "")
        + (timeline.episodes().size() - mended)
        + " at last"
        + (incomplete > 0 ? "; " + incomplete + " audits were incomplete" : "");
  }

  /** {@code 2016-10-08 1a2b3c4d5e6f}, by the day in Greenwich. */
  private static String said(Timeline.Revision revision) {
    String day =
        DateTimeFormatter.ISO_LOCAL_DATE
            .withZone(ZoneOffset.UTC)
            .format(Instant.ofEpochSecond(revision.epochSeconds()));
    String hash = revision.commit();
    return day + " " + hash.substring(0, Math.min(HASH_LENGTH, hash.length()));
  }
}
