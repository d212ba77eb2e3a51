package org.gfpaudit.analyzer.scope;

import org.gfpaudit.analyzer.model.Model;

/** The scope phase: which task flags are certainly set at a call. */
public final class ScopePhase {
  private ScopePhase() {}

  /** Finds which functions open and close scopes, and which leave one open. */
  public static Scopes run(Model model) {
    ScopeSummaries summaries =
        new ScopeSummaries(model.program(), model.aliases(), model.knowledge());
    summaries.compute();
    UnbalancedScopes unbalanced = new UnbalancedScopes(model, summaries);
    FunctionScopes functions = new FunctionScopes(model.program(), summaries);
    EntryScopes entries = new EntryScopes(model, functions);
    return new Scopes(model, functions, entries, unbalanced.find(), unbalanced.problems());
  }
}
