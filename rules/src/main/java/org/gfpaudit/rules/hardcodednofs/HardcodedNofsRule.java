package org.gfpaudit.rules.hardcodednofs;

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
 * A constant with {@code __GFP_IO} and without {@code __GFP_FS} ({@code GFP_NOFS}) reaches a sink.
 *
 * <p>The I/O that reclaim waits for may be that of the loop device which the mapping's file backs.
 * Known noise: file systems that never back a block device.
 */
public final class HardcodedNofsRule {
  private static final RuleText TEXT =
      new RuleText(
          "A constant with IO reaches a page-cache allocation",
          """
          A mask with __GFP_IO and without __GFP_FS, such as GFP_NOFS, decides how a page of a
          mapping is allocated. Reclaim stays out of file systems but still starts and waits for
          I/O, which a mapping behind a loop device forbids. Use
          mapping_gfp_constraint(mapping, GFP_NOFS).
          """,
          List.of("constants.c"));

  /** The descriptor. */
  public static final Rule RULE =
      new Rule(
          "hardcoded-nofs",
          TEXT,
          Level.WARNING,
          /* isOnByDefault= */ true,
          Rule.Check.ofVerdict(Verdict.HARDCODED_NOFS, HardcodedNofsRule::check));

  private HardcodedNofsRule() {}

  private static Optional<Report> check(RowSubject subject) {
    return Optional.of(
        Report.of(
            Flow.masks(subject)
                + " reaches "
                + Flow.sinkInFunction(subject)
                + ": "
                + Flow.effect(subject, "a mapping that forbids I/O is ignored")));
  }
}
