package org.gfpaudit.rules.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.finding.Fingerprint;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Place;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static KnownFinding finding(String print, Level level) {
    return new KnownFinding(
        "G" + print,
        new Fingerprint(print, print),
        "hardcoded",
        level,
        new Place("x.c", 1, 1, "f"),
        "GFP_KERNEL reaches sink()");
  }

  /** A timeline of revisions that have these findings. */
  @SafeVarargs
  private static Timeline timeline(List<KnownFinding>... revisions) {
    TimelineBuilder builder = new TimelineBuilder();
    for (List<KnownFinding> findings : revisions) {
      builder.add(
          new Timeline.Revision(
              "c", 0, "A Person", "subject", findings.size(), Timeline.State.AUDITED),
          findings);
    }
    return builder.build("a..b");
  }

  private static List<Integer> counts(Timeline timeline) {
    return timeline.revisions().stream().map(Timeline.Revision::findingCount).toList();
  }

  @Test
  void revisionsCountWhatIsLeft() {
    KnownFinding error = finding("1", Level.ERROR);
    KnownFinding note = finding("2", Level.NOTE);
    Timeline all = timeline(List.of(note), List.of(error, note), List.of(error), List.of());
    Timeline some = all.atLeast(Level.WARNING);
    assertEquals(List.of(error), some.episodes().stream().map(Timeline.Episode::finding).toList());
    assertEquals(List.of(0, 1, 1, 0), counts(some));
    assertEquals(List.of(1, 2, 1, 0), counts(all.atLeast(Level.NOTE)));
    assertEquals(all, all.atLeast(Level.NOTE));
  }

  /** Nobody mended a finding that came to matter less. */
  @Test
  void aChangeOfLevelIsNeitherABeginningNorAnEnd() {
    List<KnownFinding> asNote = List.of(finding("1", Level.NOTE));
    List<KnownFinding> asError = List.of(finding("1", Level.ERROR));
    assertEquals(List.of(), timeline(asError, asNote).atLeast(Level.WARNING).episodes());
    Timeline worse = timeline(asNote, asError).atLeast(Level.WARNING);
    assertEquals(1, worse.episodes().size());
    assertEquals(0, worse.episodes().get(0).from());
    assertEquals(List.of(1, 1), counts(worse));
  }

  private static KnownFinding verdict(String rule) {
    return new KnownFinding(
        "G" + rule,
        new Fingerprint(rule, rule),
        rule,
        Level.ERROR,
        new Place("x.c", 1, 1, "f"),
        rule + " reaches sink()");
  }

  /** Whether it is better or worse than before: it is the same call. */
  @Test
  void aVerdictThatChangesIsOneEpisode() {
    List<KnownFinding> worse = List.of(verdict("hardcoded"));
    List<KnownFinding> better = List.of(verdict("hardcoded-nofs"));
    Timeline timeline = timeline(List.of(), worse, better, better, worse, List.of());
    assertEquals(1, timeline.episodes().size());
    Timeline.Episode episode = timeline.episodes().get(0);
    assertEquals(worse.get(0), episode.finding());
    assertEquals(1, episode.from());
    assertEquals(Optional.of(5), episode.to());
    assertEquals(
        List.of(new Timeline.Change(2, worse.get(0)), new Timeline.Change(4, better.get(0))),
        episode.changes());
    assertEquals(List.of(0, 1, 1, 1, 1, 0), counts(timeline));
  }
}
