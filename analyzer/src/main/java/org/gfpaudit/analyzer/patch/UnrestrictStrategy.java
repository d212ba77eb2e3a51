package org.gfpaudit.analyzer.patch;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.finding.ConstrainerSite;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.fix.Refusal;
import org.gfpaudit.rules.fix.StrategyName;

/**
 * Says which restriction would have to go. It writes no patch: that a file system can allocate its
 * page cache with {@code __GFP_FS} is nothing that is seen in the code.
 */
final class UnrestrictStrategy implements Strategy {
  @Override
  public StrategyName name() {
    return StrategyName.UNRESTRICT;
  }

  @Override
  public Proposal propose(List<Finding> findings, PatchContext context) {
    return new Proposal(List.of(), findings.stream().map(f -> new Refusal(f, advice(f))).toList());
  }

  private static String advice(Finding finding) {
    Optional<ConstrainerSite> restriction = finding.constrainers().stream().findFirst();
    if (restriction.isEmpty()) {
      return "nothing in the tree is known to restrict the mapping; try --strategy mapping";
    }
    ConstrainerSite site = restriction.get();
    int others = finding.constrainers().size() - 1;
    return "advice only: "
        + site.setter()
        + "() at "
        + site.place().fileAndLine()
        + (site.place().function().isEmpty() ? "" : " in " + site.place().function() + "()")
        + " "
        + site.effect()
        + (others > 0 ? ", and " + others + " more do so" : "")
        + "; where that file system can do without, the restriction may go";
  }
}
