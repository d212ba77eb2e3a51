package org.gfpaudit.rules.review;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gfpaudit.rules.finding.Level;

/**
 * The audit of a tree with patches, held against the tree without them.
 *
 * @param review of the tree with all patches; new are the findings that a patch brings
 * @param outcomes one for each patch that was applied, in their order
 */
public record SeriesReview(Review review, List<PatchOutcome> outcomes) {
  public SeriesReview {
    outcomes = List.copyOf(outcomes);
  }

  /** This series with another review of the same tree. */
  public SeriesReview with(Review other) {
    return new SeriesReview(other, outcomes);
  }

  /**
   * The findings that a patch brings and that are worth saying: those of at least that level which
   * nobody waived and no baseline has.
   */
  public List<PatchOutcome.Brought> worthSaying(PatchOutcome outcome, Level least) {
    Set<String> settled = new HashSet<>();
    for (Reviewed reviewed : review.findings()) {
      if (!reviewed.isNew()) {
        settled.add(reviewed.finding().id());
      }
    }
    return outcome.brought().stream()
        .filter(each -> each.finding().level().isAtLeast(least))
        .filter(each -> each.takenAwayBy().isPresent() || !settled.contains(each.finding().id()))
        .toList();
  }
}
