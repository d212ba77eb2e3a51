package org.gfpaudit.analyzer.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.fix.Fix;
import org.gfpaudit.rules.fix.Refusal;
import org.gfpaudit.rules.fix.StrategyName;

/** Mends some findings, each by itself, and leaves the rest to another strategy. */
interface EachFinding extends Strategy {

  /** Makes the fix of one finding. */
  @FunctionalInterface
  interface Mender {
    /** Throws where the finding has to be mended by hand. */
    Fix fix(Finding finding, PatchContext context) throws NoFixException;
  }

  /** The strategy for the rest. */
  Strategy others();

  /** What mends a finding; empty for those that are left to the other strategy. */
  Optional<Mender> mender(Finding finding);

  @Override
  default StrategyName name() {
    return others().name();
  }

  @Override
  default Proposal propose(List<Finding> findings, PatchContext context) {
    List<Fix> fixes = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    List<Finding> left = new ArrayList<>();
    for (Finding finding : findings) {
      Optional<Mender> mender = mender(finding);
      if (mender.isEmpty()) {
        left.add(finding);
        continue;
      }
      try {
        fixes.add(mender.get().fix(finding, context));
      } catch (NoFixException e) {
        refusals.add(new Refusal(finding, e.reason()));
      }
    }
    if (!left.isEmpty()) {
      Proposal proposal = others().propose(left, context);
      fixes.addAll(proposal.fixes());
      refusals.addAll(proposal.refusals());
    }
    return new Proposal(fixes, refusals);
  }
}
