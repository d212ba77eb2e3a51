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

/**
 * A constant with {@code __GFP_FS} ({@code GFP_KERNEL}, {@code GFP_USER}, {@code GFP_HIGHUSER} and
 * their like) reaches a function that inserts, creates or allocates a page of a mapping.
 *
 * <p>Reclaim enters the file system again and waits for the lock that its own caller holds. Known
 * misses: masks that travel through arrays of unknown index or through memory. Known noise:
 * mappings that never restrict their mask. Source: the audit on linux-mm of October 2015, "mm, fs:
 * obey gfp_mapping for add_to_page_cache()".
 */
public final class HardcodedRule {
  private static final RuleText TEXT =
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
          List.of("seed-before", "seed-after", "locals.c"));

  /** The descriptor. */
  public static final Rule RULE =
      new Rule(
          "hardcoded",
          TEXT,
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
                + ": "
                + Flow.effect(subject, "the mapping's mask is ignored")));
  }
}
