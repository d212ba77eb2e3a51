package org.gfpaudit.rules.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Finding;
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

  /**
   * Several series, each of which is applied to the tree alone: what any of them brings, changes or
   * fixes, and what none of them touches. One is what it is.
   *
   * @param older what people call the tree without patches
   * @param without the audit of that tree
   */
  public static SeriesReview together(String older, AuditResult without, List<SeriesReview> all) {
    if (all.size() == 1) {
      return all.get(0);
    }
    List<KnownFinding> gone =
        all.stream().flatMap(each -> each.review().gone().stream()).sorted().distinct().toList();
    Set<KnownFinding> settled = new HashSet<>(gone);
    Map<String, Reviewed> said = new LinkedHashMap<>();
    for (SeriesReview each : all) {
      for (Reviewed reviewed : each.review().findings()) {
        if (reviewed.standing() != Standing.KNOWN) {
          said.putIfAbsent(reviewed.finding().id(), reviewed);
          reviewed.before().ifPresent(settled::add);
        }
      }
    }
    List<Reviewed> findings = new ArrayList<>(said.values());
    for (Finding finding : without.findings()) {
      KnownFinding known = KnownFinding.of(finding);
      if (!settled.contains(known) && !said.containsKey(finding.id())) {
        findings.add(Reviewed.fresh(finding).known(known));
      }
    }
    findings.sort(Comparator.comparing(Reviewed::finding));
    return new SeriesReview(
        new Review(
            without.with(findings.stream().map(Reviewed::finding).toList()),
            findings,
            List.of(older),
            gone,
            List.of()),
        all.stream().flatMap(each -> each.outcomes().stream()).toList());
  }

  /** What is at least of that level; the patches stay all. */
  public SeriesReview atLeast(Level least) {
    return new SeriesReview(
        review.atLeast(least), outcomes.stream().map(each -> each.atLeast(least)).toList());
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
