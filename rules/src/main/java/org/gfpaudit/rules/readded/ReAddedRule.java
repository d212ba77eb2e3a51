package org.gfpaudit.rules.readded;

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
 * FS or IO is OR-ed into a mask that was derived from the mapping. A page fault holds no lock of
 * the file system, so its path may do it on purpose: an exemption makes a note of it.
 */
public final class ReAddedRule {
  private static final RuleText TEXT =
      new RuleText(
          "FS or IO is OR-ed back into the mapping's mask",
          """
          The mask is derived from the mapping, and then __GFP_FS or __GFP_IO is OR-ed into it: the
          code asks the mapping and overrules the answer, on just those mappings that cleared the
          bits. Leave the bits out. Where only __GFP_IO comes back the finding is a warning. The
          page-fault path does it on purpose and is only noted.
          """,
          List.of("bits.c", "fault.c"));

  /** The descriptor. */
  public static final Rule RULE =
      new Rule(
          "re-added",
          TEXT,
          Level.ERROR,
          /* isOnByDefault= */ true,
          Rule.Check.ofVerdict(Verdict.RE_ADDED, ReAddedRule::check));

  private ReAddedRule() {}

  private static Optional<Report> check(RowSubject subject) {
    return Optional.of(
        Report.of(
                Flow.masks(subject)
                    + " is OR-ed into the mapping's mask and reaches "
                    + Flow.sinkInFunction(subject)
                    + ": the mapping is overruled")
            .at(subject.judgement().hardcodesFs() ? Level.ERROR : Level.WARNING));
  }
}
