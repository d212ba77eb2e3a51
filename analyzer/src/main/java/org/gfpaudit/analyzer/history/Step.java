package org.gfpaudit.analyzer.history;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.finding.Guards;
import org.gfpaudit.rules.review.KnownFinding;
import org.gfpaudit.rules.review.Timeline;

/**
 * One revision of a history, as far as it can be told without the others.
 *
 * @param seen empty where nothing changed since the revision before, not even a line
 */
public record Step(Commit commit, Timeline.State state, Optional<Seen> seen) {

  /**
   * Which revision it is.
   *
   * @param hash its full name
   * @param epochSeconds when it was committed
   */
  public record Commit(String hash, long epochSeconds, String author, String subject) {}

  /**
   * What an audit of it has.
   *
   * @param findings those that are reported, in any order
   * @param guards what reclaim may do, from which follows what later revisions lack
   */
  public record Seen(List<KnownFinding> findings, Guards guards) {}
}
