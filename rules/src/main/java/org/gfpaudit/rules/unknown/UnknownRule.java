package org.gfpaudit.rules.unknown;

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
 * The analysis could not follow the mask. What to do about a finding is to read the line it names.
 */
public final class UnknownRule {
  private static final RuleText TEXT =
      new RuleText(
          "The mask could not be followed",
          """
          The analysis could not say where the mask comes from, and it might hold __GFP_FS or
          __GFP_IO. The message says at which line the mask was lost and why. A mask that is AND-ed
          with the mapping's is never unknown.
          """,
          List.of("reasons.c"));

  /** The descriptor. */
  public static final Rule RULE =
      new Rule(
          "unknown",
          TEXT,
          Level.NOTE,
          /* isOnByDefault= */ true,
          Rule.Check.ofVerdict(Verdict.UNKNOWN, UnknownRule::check));

  private UnknownRule() {}

  private static Optional<Report> check(RowSubject subject) {
    String reason = subject.judgement().note();
    return Optional.of(
        Report.of(
            "the mask that reaches "
                + Flow.sinkInFunction(subject)
                + " could not be followed"
                + (reason.isEmpty() ? "" : ": " + reason)));
  }
}
