package org.gfpaudit.rules.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Follows findings from one revision to the next. */
public final class TimelineBuilder {
  private static final Comparator<Timeline.Episode> ORDER =
      Comparator.comparingInt(Timeline.Episode::from).thenComparing(Timeline.Episode::finding);

  private final List<Timeline.Revision> revisions = new ArrayList<>();
  private final List<Timeline.Episode> ended = new ArrayList<>();

  /** Where a finding began, and what its verdict was. */
  private record Past(int from, List<Timeline.Change> changes) {
    Past changed(int at, KnownFinding before) {
      return new Past(
          from,
          Stream.concat(changes.stream(), Stream.of(new Timeline.Change(at, before))).toList());
    }

    Timeline.Episode episode(KnownFinding finding, Optional<Integer> to) {
      return new Timeline.Episode(finding, from, to, changes);
    }
  }

  /** The findings of the last revision. */
  private Map<KnownFinding, Past> current = new HashMap<>();

  /** Adds a revision with the findings of the one before. */
  public void addAsBefore(Timeline.Revision revision) {
    revisions.add(revision);
  }

  /** Adds a revision with its findings. */
  public void add(Timeline.Revision revision, List<KnownFinding> findings) {
    int here = revisions.size();
    revisions.add(revision);
    Baseline before = new Baseline("", List.copyOf(current.keySet()));
    Baseline.Comparison<KnownFinding> comparison =
        before.compare(findings, Function.identity(), finding -> 0);
    Map<KnownFinding, Past> next = new HashMap<>();
    comparison.fresh().forEach(finding -> next.put(finding, new Past(here, List.of())));
    Set<KnownFinding> stayed = new HashSet<>();
    for (Baseline.Match<KnownFinding> match : comparison.known()) {
      next.put(match.now(), past(match.before()));
      stayed.add(match.before());
    }
    Stream.concat(comparison.changed().stream(), comparison.worse().stream())
        .forEach(
            match -> {
              next.put(match.now(), past(match.before()).changed(here, match.before()));
              stayed.add(match.before());
            });
    current.forEach(
        (finding, past) -> {
          if (!stayed.contains(finding)) {
            ended.add(past.episode(finding, Optional.of(here)));
          }
        });
    current = next;
  }

  private Past past(KnownFinding finding) {
    return Objects.requireNonNull(current.get(finding));
  }

  /** The timeline of what was added. */
  public Timeline build(String range) {
    List<Timeline.Episode> episodes = new ArrayList<>(ended);
    current.forEach((finding, past) -> episodes.add(past.episode(finding, Optional.empty())));
    episodes.sort(ORDER);
    return new Timeline(range, revisions, episodes);
  }
}
