package org.gfpaudit.analyzer.cli;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.settings.Settings;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.review.Baseline;
import org.gfpaudit.rules.review.KnownFinding;

/** What settings and options make of the findings of an audit, and of those of a baseline. */
record Reviewing(AuditRequest request, Settings settings) {

  /** The result with the levels that the settings say. */
  AuditResult levelled(AuditResult result) {
    List<Finding> findings = result.findings().stream().map(this::levelled).toList();
    return new AuditResult(
        result.kernelVersion(),
        result.rows(),
        findings,
        result.problems(),
        result.costs(),
        result.constrainers());
  }

  private Finding levelled(Finding finding) {
    return Optional.ofNullable(settings.rules().get(finding.rule()))
        .flatMap(Settings.RuleSetting::level)
        .filter(level -> level != finding.level())
        .map(level -> finding.withLevel(level, reason(finding.level())))
        .orElse(finding);
  }

  private String reason(Level analysed) {
    return settings.name() + " says so; the analysis says " + analysed.word();
  }

  /** What of a baseline can be held against this run: the same rules and the same files. */
  Baseline comparable(Baseline baseline) {
    return new Baseline(
        baseline.name(), baseline.findings().stream().filter(this::isComparable).toList());
  }

  private boolean isComparable(KnownFinding known) {
    return request.isReported(known.place().file())
        && request.selection().rules().stream().anyMatch(rule -> rule.id().equals(known.rule()));
  }

  /** The findings of a result as a baseline. */
  static Baseline baseline(String name, AuditResult result) {
    return new Baseline(name, result.findings().stream().map(KnownFinding::of).toList());
  }
}
