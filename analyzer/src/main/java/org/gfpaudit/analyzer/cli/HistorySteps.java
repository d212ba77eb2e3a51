package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import org.gfpaudit.analyzer.history.ShardWriter;
import org.gfpaudit.analyzer.history.Share;
import org.gfpaudit.analyzer.history.Step;
import org.gfpaudit.analyzer.history.Telling;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.review.KnownFinding;
import org.gfpaudit.rules.review.Timeline;

/** The steps of a history on their way to a report, or to the file of a shard. */
final class HistorySteps {
  private final Share share;
  private final boolean isPart;
  private final Reviewing reviewing;
  private final Optional<Level> least;
  private final Telling telling;
  private final ShardWriter shard;
  private boolean areComplete = true;

  /**
   * @param share what is told of which history
   * @param isPart whether the steps go to a file of their own
   * @param least below which level findings are left out of the timeline
   */
  HistorySteps(Share share, boolean isPart, Reviewing reviewing, Optional<Level> least)
      throws IOException {
    this.share = share;
    this.isPart = isPart;
    this.reviewing = reviewing;
    this.least = least;
    this.telling = new Telling(new LossesOverTime(reviewing)::known);
    this.shard = new ShardWriter(share, Version.text());
  }

  /** What is kept of a result. */
  Step.Seen seen(AuditResult result) {
    return new Step.Seen(
        reviewing.levelled(result).findings().stream().map(KnownFinding::of).toList(),
        result.guards());
  }

  /** Takes the next step. */
  void add(Step step) {
    areComplete &= step.state() != Timeline.State.INCOMPLETE;
    if (isPart) {
      shard.add(step);
    } else {
      telling.add(step);
    }
  }

  /** Whether no audit missed anything. */
  boolean areComplete() {
    return areComplete;
  }

  /** The steps as a timeline; they are no part of a longer history. */
  Timeline timeline() {
    Timeline timeline = telling.build(share.range());
    return least.map(timeline::atLeast).orElse(timeline);
  }

  /** Writes the steps for those who join them with others. */
  void writeShard(Writer out) throws IOException {
    shard.write(out);
  }
}
