package org.gfpaudit.rules.scoperedundant;

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
 * A mask without FS inside a scope that takes FS out anyway.
 *
 * <p>The kernel moves from masks to scopes (Documentation/core-api/gfp_mask-from-fs-io.rst), and
 * what is spelled out twice has to be mended twice. Only rows of the audit table are looked at, not
 * every allocation in the scope.
 */
public final class ScopeRedundantRule {
  private static final RuleText TEXT =
      new RuleText(
          "NOFS is spelled out inside a NOFS scope",
          """
          The mask has no __GFP_FS, and the call always runs inside a task scope that would take
          __GFP_FS out. The scope says why, at the place where the reason is; the constant says it
          again, and stays behind when the scope goes. GFP_KERNEL, or better the mask of the
          mapping, does the same here.
          """,
          List.of("spelled.c"));

  /** The descriptor. */
  public static final Rule RULE =
      new Rule(
          "scope-redundant",
          TEXT,
          Level.NOTE,
          /* isOnByDefault= */ false,
          Rule.Check.ofVerdict(Verdict.SCOPED, ScopeRedundantRule::check));

  private ScopeRedundantRule() {}

  private static Optional<Report> check(RowSubject subject) {
    if (subject.judgement().hardcodesFs() || !subject.judgement().isUsed()) {
      return Optional.empty();
    }
    return Optional.of(
        Report.of(
            Flow.masks(subject)
                + " reaches "
                + Flow.sinkInFunction(subject)
                + ", which only runs inside a scope that takes __GFP_FS out"));
  }
}
