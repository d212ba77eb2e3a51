package org.gfpaudit.analyzer.patch;

import java.util.function.Predicate;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.fix.StrategyName;

/**
 * Which patches are asked for.
 *
 * @param findings those that are to be mended
 * @param isByName whether each was named: then those are mended too that are worth no change by
 *     themselves
 * @param mostCallers no function with more callers gets another parameter
 */
public record Wanted(
    Predicate<Finding> findings, boolean isByName, StrategyName strategy, int mostCallers) {
  /** All that is worth a change, by the strategy that changes least. */
  public static final Wanted ALL =
      new Wanted(
          finding -> true, /* isByName= */ false, StrategyName.MAPPING, /* mostCallers= */ 0);

  /** The same for these findings. */
  public Wanted of(Predicate<Finding> some) {
    return new Wanted(some, isByName, strategy, mostCallers);
  }
}
