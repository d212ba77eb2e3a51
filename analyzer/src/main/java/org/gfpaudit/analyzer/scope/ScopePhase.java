package org.gfpaudit.analyzer.scope;

import java.util.ArrayList;
import java.util.List;
import org.gfpaudit.analyzer.facts.Objection;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.rules.finding.Problem;

/** The scope phase: which task flags are certainly set at a call. */
public final class ScopePhase {
  private ScopePhase() {}

  /** Finds which functions open and close scopes, and which leave one open. */
  public static Scopes run(Model model) {
    ScopeSummaries summaries =
        new ScopeSummaries(model.program(), model.aliases(), model.knowledge());
    summaries.compute();
    List<Problem> problems = new ArrayList<>(summaries.problems());
    UnbalancedScopes unbalanced = new UnbalancedScopes(model, summaries);
    FunctionScopes functions = new FunctionScopes(model.program(), summaries);
    EntryScopes entries = new EntryScopes(model, functions);
    List<Objection> objections = unbalanced.find();
    problems.addAll(unbalanced.problems());
    return new Scopes(model, functions, entries, objections, problems);
  }
}
