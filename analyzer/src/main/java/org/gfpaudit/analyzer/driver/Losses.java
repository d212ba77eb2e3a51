package org.gfpaudit.analyzer.driver;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gfpaudit.rules.api.Reporter;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.Guards;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.protectiondropped.DroppedProtection;
import org.gfpaudit.rules.protectiondropped.ProtectionDroppedRule;
import org.gfpaudit.rules.review.KnownFinding;
import org.gfpaudit.rules.review.Lines;
import org.gfpaudit.rules.review.LostGuards;

/**
 * Says what kept reclaim out in one state of a tree and does not in another. Every command that
 * compares two states asks here.
 *
 * @param isAsked whether the rule is switched on; nothing is found where it is not
 * @param isReported what of it is asked for
 * @param levelled a finding with the level that settings give it
 */
public record Losses(
    boolean isAsked,
    Knowledge knowledge,
    Predicate<Flagged> isReported,
    UnaryOperator<Finding> levelled) {

  /** What was lost, and the finding that says so. */
  public record Loss(DroppedProtection dropped, Finding found) {}

  /** A result of the newer state with what it lacks besides. */
  public AuditResult with(AuditResult now, Guards before, Lines lines) {
    List<Finding> found = found(before, now.guards(), lines);
    return found.isEmpty()
        ? now
        : now.with(Stream.concat(now.findings().stream(), found.stream()).sorted().toList());
  }

  /** What the older state has and the newer lacks, as findings of the newer one. */
  public List<Finding> found(Guards before, Guards now, Lines lines) {
    return losses(before, now, lines).stream().map(Loss::found).toList();
  }

  /** What the newer state has and the older lacks, as findings that the older one had. */
  public List<KnownFinding> regained(Guards before, Guards now, Lines lines) {
    return losses(/* before= */ now, /* now= */ before, lines.back()).stream()
        .map(loss -> KnownFinding.of(loss.found().saying(loss.dropped().messageOfFix())))
        .toList();
  }

  /** The same with what each is about. */
  public List<Loss> losses(Guards before, Guards now, Lines lines) {
    if (!isAsked) {
      return List.of();
    }
    Reporter reporter = new Reporter(List.of(ProtectionDroppedRule.RULE), knowledge);
    return LostGuards.between(before, now, lines).stream()
        .filter(dropped -> isReported.test(dropped.flagged()))
        .flatMap(
            dropped ->
                reporter.report(dropped, dropped::witness).stream()
                    .map(found -> new Loss(dropped, levelled.apply(found))))
        .toList();
  }
}
