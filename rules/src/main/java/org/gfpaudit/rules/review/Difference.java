package org.gfpaudit.rules.review;

import java.util.List;

/**
 * The findings of two trees, revisions or files of results, one older than the other.
 *
 * @param older what people call the one
 * @param newer what people call the other
 * @param appeared in the newer only, sorted
 * @param gone from the older, sorted
 * @param kept what is in both
 */
public record Difference(
    String older, String newer, List<Appeared> appeared, List<KnownFinding> gone, Kept kept) {
  public Difference {
    appeared = List.copyOf(appeared);
    gone = List.copyOf(gone);
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

  /**
   * Findings of both.
   *
   * @param changed of the same calls with another verdict, that is no worse in the newer
   * @param moved at another file or line, by the newer place
   * @param unchanged how many are at the same place
   */
  public record Kept(List<Moved> changed, List<Moved> moved, int unchanged) {
    public Kept {
      changed = List.copyOf(changed);
      moved = List.copyOf(moved);
    }
  }

  /** Findings of calls whose verdict is another in the newer, and no worse. */
  public List<Moved> changed() {
    return kept.changed();
  }

  /** Findings that are elsewhere in the newer. */
  public List<Moved> moved() {
    return kept.moved();
  }

  /** How many are where they were. */
  public int unchanged() {
    return kept.unchanged();
  }
}
