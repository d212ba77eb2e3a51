package org.gfpaudit.rules.partial;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.api.Flow;
import org.gfpaudit.rules.api.Report;
import org.gfpaudit.rules.api.RowSubject;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.api.RuleText;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Verdict;

/**
 * The mask is derived on some paths and hardcoded on others. Known noise: paths on which there is
 * no mapping to ask.
 */
public final class PartialRule {
  private static final RuleText TEXT =
      new RuleText(
          "The mapping's mask on some paths, a constant on others",
          """
          The mask comes from the mapping on some paths to the call and is a constant with __GFP_FS
          or __GFP_IO on others. The forgotten path can deadlock as a hardcoded mask does, only less
          often. Constrain the constant by the mapping there too. Without __GFP_FS in the constant
          the finding is a warning.
          """,
          List.of("paths.c"));

  /** The descriptor. */
  public static final Rule RULE =
      new Rule(
          "partial",
          TEXT,
          Level.ERROR,
          /* isOnByDefault= */ true,
          Rule.Check.ofVerdict(Verdict.PARTIAL, PartialRule::check));

  private PartialRule() {}

  private static Optional<Report> check(RowSubject subject) {
    return Optional.of(
        Report.of(
                Flow.masks(subject)
                    + " reaches "
                    + Flow.sinkInFunction(subject)
                    + " on some paths: "
                    + Flow.effect(subject, "there the mapping's mask is ignored"))
            .at(subject.judgement().hardcodesFs() ? Level.ERROR : Level.WARNING));
  }
}
