package org.gfpaudit.rules.hardcodedweak;

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
 * A constant with neither {@code __GFP_FS} nor {@code __GFP_IO} ({@code GFP_NOIO}, {@code
 * GFP_NOWAIT}, {@code GFP_ATOMIC}, 0) reaches a sink that creates.
 *
 * <p>What else the mapping asks for, and such a mask ignores, are zones and movability. Nothing is
 * reported where the call creates nothing: without {@code FGP_CREAT} the mask is never used.
 *
 * <p>Reclaim that enters neither file systems nor devices waits for nobody, so the rule is off
 * unless it is asked for. The audit table has its rows all the same.
 */
public final class HardcodedWeakRule {
  private static final RuleText TEXT =
      new RuleText(
          "A constant without FS and IO reaches the page cache",
          """
          A mask with neither __GFP_FS nor __GFP_IO, such as GFP_NOIO or GFP_NOWAIT, decides how a
          page of a mapping is allocated. It cannot deadlock, but it ignores what else the mapping
          asks for, and may fail where the mapping's mask would not. Nothing is reported where the
          call creates nothing.
          """,
          List.of("constants.c"));

  /** The descriptor. */
  public static final Rule RULE =
      new Rule(
          "hardcoded-weak",
          TEXT,
          Level.NOTE,
          /* isOnByDefault= */ false,
          Rule.Check.ofVerdict(Verdict.HARDCODED_WEAK, HardcodedWeakRule::check));

  private HardcodedWeakRule() {}

  private static Optional<Report> check(RowSubject subject) {
    if (!subject.judgement().isUsed()) {
      return Optional.empty();
    }
    return Optional.of(
        Report.of(
            Flow.masks(subject)
                + " reaches "
                + Flow.sinkInFunction(subject)
                + ": "
                + Flow.effect(subject, "neither FS nor IO, but not the mapping's mask")));
  }
}
