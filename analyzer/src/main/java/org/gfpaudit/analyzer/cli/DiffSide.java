package org.gfpaudit.analyzer.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  /** A tree and what an audit found in it. */
  record Audited(SourceTree tree, AuditResult result) {}

  static DiffSide of(SourceTree tree, AuditResult result) {
    return new DiffSide(
        Reviewing.baseline(tree.name(), result), Optional.of(new Audited(tree, result)));
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
