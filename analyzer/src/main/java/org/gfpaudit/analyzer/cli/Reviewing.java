package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Losses;
import org.gfpaudit.analyzer.driver.StrayWaivers;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.analyzer.patch.Earlier;
import org.gfpaudit.analyzer.patch.Patching;
import org.gfpaudit.analyzer.patch.Wanted;
import org.gfpaudit.analyzer.settings.Settings;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Depth;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Guards;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.SourceWaiver;
import org.gfpaudit.rules.protectiondropped.ProtectionDroppedRule;
import org.gfpaudit.rules.review.Baseline;
import org.gfpaudit.rules.review.KnownFinding;
import org.gfpaudit.rules.review.Review;
import org.gfpaudit.rules.review.Waiver;

/** What settings and options make of the findings of an audit, and of those of a baseline. */
record Reviewing(AuditRequest request, Settings settings) {

  /** The result with the levels that the settings say. */
  AuditResult levelled(AuditResult result) {
    return result.with(result.findings().stream().map(this::levelled).toList());
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

  /**
   * The part of a baseline that can be held against this run: the findings of the same rules in the
   * same files.
   */
  Baseline comparable(Baseline baseline) {
    return new Baseline(
        baseline.name(),
        baseline.findings().stream().filter(this::isComparable).toList(),
        baseline.guards());
  }

  private boolean isComparable(KnownFinding known) {
    return request.isReported(known.place().file())
        && request.selection().rules().stream().anyMatch(rule -> rule.id().equals(known.rule()));
  }

  /** The waivers of the settings and those in the source that {@code result} is of. */
  List<Waiver> waivers(AuditResult result) {
    Stream<SourceWaiver> comments =
        Stream.concat(result.waivers().stream(), StrayWaivers.of(request.tree(), result).stream());
    return Stream.concat(settings.waivers().stream(), comments.map(Waiver::of)).toList();
  }

  /** Whether this run would report whatever {@code waiver} could be about. */
  boolean isInScope(Waiver waiver) {
    Set<String> rules =
        request.selection().rules().stream().map(Rule::id).collect(Collectors.toSet());
    boolean isReported =
        request.isWhole() || (waiver.target().isInSource() && request.isReported(waiver.file()));
    return isReported && rules.containsAll(waiver.target().rules());
  }

  /** The findings of a result as a baseline, and what reclaim may do by it. */
  static Baseline baseline(String name, AuditResult result) {
    return new Baseline(
        name,
        result.findings().stream().map(KnownFinding::of).toList(),
        Optional.of(result.guards()));
  }

  /** Whether it is asked what a change takes away. */
  boolean looksForLosses() {
    return request.selection().rules().contains(ProtectionDroppedRule.RULE);
  }

  /** The same of another tree. */
  Reviewing of(SourceTree tree) {
    return new Reviewing(request.of(tree), settings);
  }

  /** A review with what puts back what an older tree had; it costs two audits or three. */
  Review mended(Review review, SourceTree older, Engine engine, Console console)
      throws UsageException, IOException {
    boolean isLost =
        review.newFindings().stream()
            .anyMatch(finding -> finding.rule().equals(ProtectionDroppedRule.RULE.id()));
    return isLost ? review.mendedBy(putBack(Wanted.ALL, older, engine, console).series()) : review;
  }

  /** Audits an older tree, and makes patches that put back what it had and the tree lacks. */
  Patching.Result putBack(Wanted wanted, SourceTree older, Engine engine, Console console)
      throws UsageException, IOException {
    AuditRequest whole = request.to(Depth.GUARDS).oneOfSeveral();
    Guards then = AuditRun.of(whole.withoutPaths().of(older), engine, console).guards();
    return AuditRun.patched(
        whole, wanted.putBack(new Earlier(older, then, losses())), engine, console);
  }

  /** What changes take away, as far as it is reported. */
  Losses losses() {
    return new Losses(
        looksForLosses(),
        request.target().knowledge(),
        flagged -> request.isReported(flagged),
        this::levelled);
  }
}
