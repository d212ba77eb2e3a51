package org.gfpaudit.analyzer.patch;

import java.util.Optional;
import java.util.function.Predicate;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.fix.StrategyName;
import org.gfpaudit.rules.protectiondropped.ProtectionDroppedRule;

/**
 * Which patches are asked for.
 *
 * @param findings those that are to be mended
 * @param isByName whether each was named: then those are mended too that are worth no change by
 *     themselves
 * @param mostCallers no function with more callers gets another parameter
 * @param earlier a state that the tree was in before; what kept reclaim out then is put back
 */
public record Wanted(
    Predicate<Finding> findings,
    boolean isByName,
    StrategyName strategy,
    int mostCallers,
    Optional<Earlier> earlier) {

  /** Patches for one state of a tree. */
  public Wanted(
      Predicate<Finding> findings, boolean isByName, StrategyName strategy, int mostCallers) {
    this(findings, isByName, strategy, mostCallers, Optional.empty());
  }

  /** All that is worth a change, by the strategy that changes least. */
  public static final Wanted ALL =
      new Wanted(
          finding -> true, /* isByName= */ false, StrategyName.MAPPING, /* mostCallers= */ 0);

  /** The same for these findings. */
  public Wanted of(Predicate<Finding> some) {
    return new Wanted(some, isByName, strategy, mostCallers, earlier);
  }

  /** What the tree had in an earlier state and lacks now, and nothing else. */
  public Wanted putBack(Earlier before) {
    return new Wanted(
        finding -> finding.rule().equals(ProtectionDroppedRule.RULE.id()) && findings.test(finding),
        isByName,
        strategy,
        mostCallers,
        Optional.of(before));
  }
}
