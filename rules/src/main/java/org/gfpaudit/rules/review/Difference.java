package org.gfpaudit.rules.review;

import java.util.List;

/**
 * The findings of two trees, revisions or files of results, one older than the other.
 *
 * @param older what people call the one
 * @param newer what people call the other
 * @param appeared in the newer only, sorted
 * @param gone from the older, sorted
 * @param moved in both, at another file or line, by the newer place
 * @param unchanged how many are in both at the same place
 */
public record Difference(
    String older,
    String newer,
    List<Appeared> appeared,
    List<KnownFinding> gone,
    List<Moved> moved,
    int unchanged) {
  public Difference {
    appeared = List.copyOf(appeared);
    gone = List.copyOf(gone);
    moved = List.copyOf(moved);
  }

  /**
   * A new finding.
   *
   * @param causes what changed that made it appear, as phrases; empty where only results are known
   */
  public record Appeared(KnownFinding finding, List<String> causes) {
    public Appeared {
      causes = List.copyOf(causes);
    }
  }

  /** A finding at another place than it was. */
  public record Moved(KnownFinding now, KnownFinding before) {}
}
