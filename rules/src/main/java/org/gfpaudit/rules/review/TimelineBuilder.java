package org.gfpaudit.rules.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Follows findings from one revision to the next. */
public final class TimelineBuilder {
  private static final Comparator<Timeline.Episode> ORDER =
      Comparator.comparingInt(Timeline.Episode::from).thenComparing(Timeline.Episode::finding);

  private final List<Timeline.Revision> revisions = new ArrayList<>();
  private final List<Timeline.Episode> ended = new ArrayList<>();

  /** Where each finding of the last revision began. */
  private Map<KnownFinding, Integer> current = new HashMap<>();

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
    Map<KnownFinding, Integer> next = new HashMap<>();
    for (Baseline.Match<KnownFinding> match : comparison.known()) {
      next.put(match.now(), current.get(match.before()));
    }
    comparison.fresh().forEach(finding -> next.put(finding, here));
    // Each episode is one verdict's: what only changed begins anew, where the other ended.
    comparison.changed().forEach(match -> next.put(match.now(), here));
    Set<KnownFinding> stayed =
        comparison.known().stream().map(Baseline.Match::before).collect(Collectors.toSet());
    current.keySet().stream()
        .filter(finding -> !stayed.contains(finding))
        .forEach(finding -> end(finding, here));
    current = next;
  }

  private void end(KnownFinding gone, int here) {
    ended.add(
        new Timeline.Episode(gone, Objects.requireNonNull(current.get(gone)), Optional.of(here)));
  }

  /** The timeline of what was added. */
  public Timeline build(String range) {
    List<Timeline.Episode> episodes = new ArrayList<>(ended);
    current.forEach(
        (finding, from) -> episodes.add(new Timeline.Episode(finding, from, Optional.empty())));
    episodes.sort(ORDER);
    return new Timeline(range, revisions, episodes);
  }
}
