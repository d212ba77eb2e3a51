package org.gfpaudit.analyzer.scope;

import java.util.Collection;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;

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
    prepare(entries, model, model.slice());
    return new Scopes(model, functions, entries, unbalanced.find(), unbalanced.problems());
  }

  /**
   * Finds beforehand what will be asked of functions that name a mask: only a matter of speed, for
   * there may be time now and none later.
   */
  private static void prepare(EntryScopes entries, Model model, Collection<Entity> candidates) {
    for (Entity entity : candidates) {
      if (model.index().kind(entity) == EntityKind.FUNCTION && namesMask(model, entity)) {
        entries.of(entity);
      }
    }
  }

  private static boolean namesMask(Model model, Entity entity) {
    return model.program().textOf(entity).text(model.index().extent(entity)).contains("GFP_");
  }
}
