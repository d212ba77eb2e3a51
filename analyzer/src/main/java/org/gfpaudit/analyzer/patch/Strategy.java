package org.gfpaudit.analyzer.patch;

import java.util.List;
import java.util.function.UnaryOperator;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.fix.Fix;
import org.gfpaudit.rules.fix.Refusal;
import org.gfpaudit.rules.fix.StrategyName;

/** One way to mend findings. Stateless; {@link Strategies} lists them. */
public interface Strategy {

  /** The word it goes by. */
  StrategyName name();

  /**
   * What would mend the findings of one function, and why it would not mend the others. Each
   * finding is in exactly one fix or one refusal.
   *
   * @param findings all at places in the same function of the same file, sorted, at least one
   */
  Proposal propose(List<Finding> findings, PatchContext context);

  /** The answer of a strategy. */
  record Proposal(List<Fix> fixes, List<Refusal> refusals) {
    public Proposal {
      fixes = List.copyOf(fixes);
      refusals = List.copyOf(refusals);
    }

    /** The same with other fixes. */
    Proposal with(UnaryOperator<Fix> change) {
      return new Proposal(fixes.stream().map(change).toList(), refusals);
    }
  }
}
