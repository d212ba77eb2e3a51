package org.gfpaudit.rules.weakerthanneeded;

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
 * A constant without FS where no mapping forbids FS.
 *
 * <p>The mail of 2015 complains of sites that are weakened for the sake of a mode they are never
 * called in. The rule does not know what locks are held: a file system may have a good reason for
 * {@code GFP_NOFS} that its mappings do not tell. So it is a question to the maintainer, and off.
 */
public final class WeakerThanNeededRule {
  private static final RuleText TEXT =
      new RuleText(
          "A constant is weaker than any mapping here asks for",
          """
          The mask is a constant without __GFP_FS, such as GFP_NOFS, and no mapping that can reach
          the call forbids __GFP_FS, but for one that backs a loop device. Reclaim may do less than
          it could, and the allocation fails sooner. If a lock or a transaction is held that reclaim
          can ask for, a scope around it says so better than the constant; if none is,
          mapping_gfp_constraint(mapping, GFP_KERNEL) allows all that the mapping allows.
          """,
          List.of("constants.c"));

  /** The descriptor. */
  public static final Rule RULE =
      new Rule(
          "weaker-than-needed",
          TEXT,
          Level.NOTE,
          /* isOnByDefault= */ false,
          Rule.Check.ofVerdict(Verdict.HARDCODED_NOFS, WeakerThanNeededRule::check));

  private WeakerThanNeededRule() {}

  private static Optional<Report> check(RowSubject subject) {
    return subject.allowsFs()
        ? Optional.of(
            Report.of(
                    Flow.masks(subject)
                        + " reaches "
                        + Flow.sinkInFunction(subject)
                        + ", and no mapping of its own here forbids __GFP_FS")
                .unranked())
        : Optional.empty();
  }
}
