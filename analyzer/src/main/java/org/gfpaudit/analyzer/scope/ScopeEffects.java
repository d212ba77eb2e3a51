package org.gfpaudit.analyzer.scope;

import org.gfpaudit.grammar.index.SourceFile;

/** What functions do to the task flags of their callers. */
@FunctionalInterface
public interface ScopeEffects {
  /** Nothing is known of any function: none does anything. */
  ScopeEffects NONE = (file, name) -> ScopeEffect.NEUTRAL;

  /** The effect of calling {@code name} in {@code file}, over all functions that can mean. */
  ScopeEffect of(SourceFile file, String name);

  /** Whether the tree defines nothing that calling {@code name} in {@code file} can mean. */
  default boolean isUndefined(SourceFile file, String name) {
    return false;
  }
}
