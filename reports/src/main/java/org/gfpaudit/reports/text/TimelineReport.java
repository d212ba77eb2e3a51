package org.gfpaudit.reports.text;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gfpaudit.reports.format.Passage;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.review.KnownFinding;
import org.gfpaudit.rules.review.Timeline;

/**
 * What changed, the newest revision first: each commit with what it brought, mended or made another
 * verdict of. Findings that were there from the first revision to the last stand at the end.
 */
public final class TimelineReport {
  private static final int HASH_LENGTH = 12;

  private final Style style;

  public TimelineReport(Style style) {
    this.style = style;
  }

  /** Writes {@code timeline} to {@code out}, which is neither flushed nor closed. */
  public void write(Timeline timeline, Writer out) throws IOException {
    SortedMap<Integer, List<String>> changes = new TreeMap<>(Comparator.reverseOrder());
    List<String> kept = new ArrayList<>();
    for (Timeline.Episode episode : timeline.episodes()) {
      if (episode.from() > 0) {
        lines(changes, episode.from()).add("  new      " + finding(episode.finding()));
      }
      for (Timeline.Change change : episode.changes()) {
        lines(changes, change.at())
            .add(
                "  changed  "
                    + finding(episode.finding())
                    + ", was "
                    + VisibleText.of(change.before().rule())
                    + " until then");
      }
      episode
          .to()
          .ifPresent(to -> lines(changes, to).add("  fixed    " + finding(episode.finding())));
      if (episode.from() == 0 && episode.to().isEmpty() && episode.changes().isEmpty()) {
        kept.add("  " + finding(episode.finding()));
      }
    }
    for (Map.Entry<Integer, List<String>> entry : changes.entrySet()) {
      Timeline.Revision revision = timeline.revisions().get(entry.getKey());
      out.write(
          style.bold(said(revision))
              + " "
              + VisibleText.of(revision.author())
              + ": "
              + VisibleText.of(revision.subject())
              + "\n");
      for (String line : entry.getValue()) {
        out.write(line + "\n");
      }
      out.write("\n");
    }
    if (!kept.isEmpty()) {
      out.write(style.bold("there from first to last:") + "\n");
      for (String line : kept) {
        out.write(line + "\n");
      }
      out.write("\n");
    }
    out.write(style.bold(summary(timeline)) + "\n");
  }

  private static List<String> lines(SortedMap<Integer, List<String>> changes, int at) {
    return changes.computeIfAbsent(at, revision -> new ArrayList<>());
  }

  /** {@code warning fs/a.c:5:3 hardcoded G1a2b3c4d}. */
  private String finding(KnownFinding finding) {
    return style.level(finding.level(), finding.level().word())
        + " "
        + Passage.place(finding.place())
        + " "
        + VisibleText.of(finding.rule() + " " + finding.id());
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
