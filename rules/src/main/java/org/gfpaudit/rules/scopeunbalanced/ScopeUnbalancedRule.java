package org.gfpaudit.rules.scopeunbalanced;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.api.Report;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.api.RuleText;
import org.gfpaudit.rules.finding.Level;

/**
 * A task scope is opened and, on some path, not closed; or closed where none was opened. The task
 * keeps {@code PF_MEMALLOC_NOFS} or {@code PF_MEMALLOC_NOIO} for good.
 *
 * <p>Nothing is said where the cookie is returned, stored or handed on (somebody else closes then),
 * where no path restores it (a thread that opens a scope for life), where save and restore stand
 * under the same condition, and of a cookie that is initialised by hand. Known misses: task flags
 * set by hand, and wrappers around save and restore.
 */
public final class ScopeUnbalancedRule {
  private static final RuleText TEXT =
      new RuleText(
          "A task scope is not closed on some path",
          """
          A function saves the task's flags in a local variable with memalloc_nofs_save() or one of
          its kin, restores them on some paths, and leaves by another path without. The task stays
          in the scope for the rest of its life: every later allocation is weaker than it should
          be, and nobody sees why. The other way round, a restore with a variable in which nothing
          was saved on the way closes a scope that some caller holds. Restore on every path: most
          often a return in the middle has to become a goto.
          """,
          List.of("paths.c"));

  /** The descriptor. */
  public static final Rule RULE =
      new Rule(
          "scope-unbalanced",
          TEXT,
          Level.ERROR,
          /* isOnByDefault= */ true,
          Rule.Check.of(UnbalancedScope.class, ScopeUnbalancedRule::check));

  private ScopeUnbalancedRule() {}

  private static Optional<Report> check(UnbalancedScope subject) {
    String call =
        subject.flagged().callee() + "() in " + subject.flagged().place().function() + "()";
    return Optional.of(
        Report.of(
            switch (subject.kind()) {
              case LEFT_OPEN ->
                  "the scope opened by "
                      + call
                      + " is still open where the function returns in line "
                      + subject.other().line();
              case NOT_SAVED ->
                  call
                      + " restores flags that were not saved on every way there, only in line "
                      + subject.other().line();
            }));
  }
}
