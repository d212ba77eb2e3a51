package org.gfpaudit.analyzer.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.analyzer.driver.Losses;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.review.Baseline;
import org.gfpaudit.rules.review.KnownFinding;

/**
 * One of the two things that are compared: a tree with its audit, or only what a file remembers.
 *
 * @param findings sorted
 */
record DiffSide(Baseline findings, Optional<Audited> audited) {
  /**
   * A tree and what an audit found in it.
   *
   * @param losses who says what the tree lacks of what kept reclaim out in another
   */
  record Audited(SourceTree tree, AuditResult result, Losses losses) {
    private Audited with(List<Finding> more) {
      List<Finding> all = new ArrayList<>(result.findings());
      all.addAll(more);
      return new Audited(tree, result.with(all.stream().sorted().toList()), losses);
    }
  }

  static DiffSide of(SourceTree tree, AuditResult result, Losses losses) {
    return new DiffSide(
        Reviewing.baseline(tree.name(), result), Optional.of(new Audited(tree, result, losses)));
  }

  /** This side with findings that the other has mended. */
  DiffSide with(List<KnownFinding> more) {
    return new DiffSide(findings.with(more), audited);
  }

  /** This side with findings on what it lacks. */
  DiffSide lacking(List<Finding> more) {
    return new DiffSide(
        findings.with(more.stream().map(KnownFinding::of).toList()),
        audited.map(side -> side.with(more)));
  }

  static DiffSide of(Baseline remembered) {
    return new DiffSide(remembered, Optional.empty());
  }

  /** The findings in full, by what is remembered of them. */
  Map<KnownFinding, Finding> inFull() {
    Map<KnownFinding, Finding> full = new HashMap<>();
    audited
        .map(side -> side.result().findings())
        .orElse(List.of())
        .forEach(finding -> full.put(KnownFinding.of(finding), finding));
    return full;
  }
}
