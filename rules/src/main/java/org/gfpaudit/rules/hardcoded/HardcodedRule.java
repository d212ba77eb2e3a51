package org.gfpaudit.rules.hardcoded;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.api.Flow;
import org.gfpaudit.rules.api.Report;
import org.gfpaudit.rules.api.RowSubject;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.api.RuleText;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Verdict;

/** A constant with {@code __GFP_FS} reaches a sink. */
public final class HardcodedRule {
  /** The descriptor. */
  public static final Rule RULE =
      new Rule(
          "hardcoded",
          new RuleText(
              "A constant with FS reaches a page-cache allocation",
              """
          A mask with __GFP_FS, such as GFP_KERNEL or GFP_USER, decides how a page of a mapping is
          allocated, whatever the mapping's own mask says. A file system or a loop device takes
          __GFP_FS or __GFP_IO out of that mask because it holds locks while it reads; the constant
          puts the bits back, and reclaim can deadlock on the caller's own lock. Use
          mapping_gfp_constraint(mapping, GFP_KERNEL), or readahead_gfp_mask(mapping) on the
          read-ahead path, or open a scope with memalloc_nofs_save().
          """,
              List.of("seed-before", "seed-after", "locals.c")),
          Level.ERROR,
          /* isOnByDefault= */ true,
          Rule.Check.ofVerdict(Verdict.HARDCODED, HardcodedRule::check));

  private HardcodedRule() {}

  private static Optional<Report> check(RowSubject subject) {
    return Optional.of(
        Report.of(
            Flow.masks(subject)
                + " reaches "
                + Flow.sinkInFunction(subject)
                + ": the mapping's mask is ignored"));
  }
}
