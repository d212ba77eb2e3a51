package org.gfpaudit.analyzer.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.fix.Fix;
import org.gfpaudit.rules.fix.Refusal;
import org.gfpaudit.rules.fix.StrategyName;

/** Takes the first strategy that can be right, and says why none before it was. */
final class AutoStrategy implements Strategy {
  private final List<Strategy> candidates;

  AutoStrategy(List<Strategy> candidates) {
    this.candidates = List.copyOf(candidates);
  }

  @Override
  public StrategyName name() {
    return StrategyName.AUTO;
  }

  @Override
  public Proposal propose(List<Finding> findings, PatchContext context) {
    List<Fix> fixes = new ArrayList<>();
    Map<Finding, String> reasons = new TreeMap<>();
    List<Finding> left = findings;
    for (Strategy candidate : candidates) {
      if (left.isEmpty()) {
        break;
      }
      Proposal proposal = candidate.propose(left, context);
      fixes.addAll(proposal.fixes());
      for (Refusal refusal : proposal.refusals()) {
        String before = reasons.getOrDefault(refusal.finding(), "");
        // The others were tried: what they say is said, too.
        String reason = refusal.reason().replaceAll("; try (another|--)[ ]?strategy.*$", "");
        if (!before.contains(reason)) {
          String said = candidate.name().word() + ": " + reason;
          reasons.put(refusal.finding(), before.isEmpty() ? said : before + "; " + said);
        }
      }
      // Two strategies in one function would each want to change its head.
      if (!proposal.fixes().isEmpty() && !proposal.refusals().isEmpty()) {
        break;
      }
      left = proposal.refusals().stream().map(Refusal::finding).toList();
    }
    List<Finding> mended = fixes.stream().flatMap(fix -> fix.findings().stream()).toList();
    return new Proposal(
        fixes,
        findings.stream()
            .filter(finding -> !mended.contains(finding))
            .map(finding -> new Refusal(finding, Objects.requireNonNull(reasons.get(finding))))
            .toList());
  }
}
