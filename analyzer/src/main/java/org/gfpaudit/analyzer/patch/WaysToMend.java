package org.gfpaudit.analyzer.patch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Audited;
import org.gfpaudit.analyzer.driver.DeepStack;
import org.gfpaudit.analyzer.driver.Explanations;
import org.gfpaudit.analyzer.facts.JudgedCall;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.fix.Fix;
import org.gfpaudit.rules.fix.Refusal;
import org.gfpaudit.rules.fix.StrategyName;
import org.gfpaudit.rules.fix.Way;

/**
 * What each strategy would do about findings that are explained. Nothing is proven here: that costs
 * another audit, and {@code patch} does it.
 */
public final class WaysToMend {
  /** As {@code patch} has it where nobody says another number. */
  private static final int MOST_CALLERS = 10;

  /** From the widest change to the smallest. */
  private static final List<StrategyName> NAMES =
      List.of(
          StrategyName.UNRESTRICT, StrategyName.ARGUMENT, StrategyName.SCOPE, StrategyName.MAPPING);

  private WaysToMend() {}

  /** Why rows have their verdicts, and what would mend the findings about them. */
  public record Explained(Explanations explanations, Map<Finding, List<Way>> ways) {}

  /**
   * Audits a tree and explains what is asked for, as {@link Explanations#make} does.
   *
   * @throws IOException as {@link org.gfpaudit.analyzer.driver.Auditor#result} does
   */
  public static Explained explain(
      AuditRequest request, Predicate<AuditRow> rows, Predicate<Finding> findings)
      throws IOException {
    Audited audited = request.audited();
    Explanations explanations = Explanations.of(audited, rows, findings);
    Map<AuditRow, JudgedCall> calls = new HashMap<>();
    audited.judged().forEach(call -> calls.put(call.row(), call));
    PatchContext context =
        new PatchContext(
            audited.model(),
            audited.result().kernelVersion(),
            calls,
            new Wanted(findings, /* isByName= */ true, StrategyName.AUTO, MOST_CALLERS));
    Map<Finding, List<Way>> ways = new HashMap<>();
    DeepStack.run(
        () -> {
          for (Finding finding : audited.result().findings()) {
            boolean isMeant =
                findings.test(finding)
                    || explanations.proofs().keySet().stream().anyMatch(finding::isAbout);
            if (isMeant) {
              ways.put(finding, ways(finding, context));
            }
          }
        });
    return new Explained(explanations, ways);
  }

  private static List<Way> ways(Finding finding, PatchContext context) {
    List<Way> ways = new ArrayList<>();
    for (StrategyName name : NAMES) {
      Strategy.Proposal proposal = Strategies.named(name).propose(List.of(finding), context);
      for (Fix fix : proposal.fixes()) {
        ways.add(new Way(name, /* isOffered= */ true, fix.summary()));
      }
      for (Refusal refusal : proposal.refusals()) {
        ways.add(new Way(name, /* isOffered= */ false, refusal.reason()));
      }
    }
    return ways;
  }
}
