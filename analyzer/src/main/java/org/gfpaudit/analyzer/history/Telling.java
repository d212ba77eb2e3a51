package org.gfpaudit.analyzer.history;

import java.util.List;
import java.util.function.Function;
import org.gfpaudit.rules.review.KnownFinding;
import org.gfpaudit.rules.review.Timeline;
import org.gfpaudit.rules.review.TimelineBuilder;

/** Makes a timeline of steps, wherever these were audited. */
public final class Telling {
  private final Function<Step.Seen, List<KnownFinding>> known;
  private final TimelineBuilder timeline = new TimelineBuilder();
  private int findingCount;

  /**
   * @param known the findings of what was seen, with those that only show beside what was seen
   *     before; asked in the order of the steps
   */
  public Telling(Function<Step.Seen, List<KnownFinding>> known) {
    this.known = known;
  }

  /** Adds the next step. */
  public void add(Step step) {
    if (step.seen().isEmpty()) {
      timeline.addAsBefore(revision(step));
      return;
    }
    List<KnownFinding> findings = known.apply(step.seen().get());
    if (step.state() != Timeline.State.AS_BEFORE) {
      findingCount = findings.size();
    }
    timeline.add(revision(step), findings);
  }

  private Timeline.Revision revision(Step step) {
    Step.Commit commit = step.commit();
    return new Timeline.Revision(
        commit.hash(),
        commit.epochSeconds(),
        commit.author(),
        commit.subject(),
        findingCount,
        step.state());
  }

  /**
   * The timeline of what was added.
   *
   * @param range what people call it
   */
  public Timeline build(String range) {
    return timeline.build(range);
  }
}
