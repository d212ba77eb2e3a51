package org.gfpaudit.rules.wrongmapping;

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
 * The mask is derived from a mapping that the page does not go into. It is reported only where the
 * two are proven to come from different parameters. Known noise: a caller that hands the same
 * object in twice.
 */
public final class WrongMappingRule {
  private static final RuleText TEXT =
      new RuleText(
          "The mask is that of another mapping",
          """
          The mask is derived from a mapping, but on every path the page goes into another one. The
          mapping that is asked may allow what the mapping that is used forbids. Ask the mapping the
          page goes into. It is reported only where the two come from different parameters.
          """,
          List.of("parameters.c"));

  /** The descriptor. */
  public static final Rule RULE =
      new Rule(
          "wrong-mapping",
          TEXT,
          Level.ERROR,
          /* isOnByDefault= */ true,
          Rule.Check.ofVerdict(Verdict.WRONG_MAPPING, WrongMappingRule::check));

  private WrongMappingRule() {}

  private static Optional<Report> check(RowSubject subject) {
    return Optional.of(
        Report.of(
            "the mask of "
                + String.join(" or ", subject.judgement().foreignMappings())
                + " reaches "
                + Flow.sinkInFunction(subject)
                + ": the page goes into another mapping"));
  }
}
