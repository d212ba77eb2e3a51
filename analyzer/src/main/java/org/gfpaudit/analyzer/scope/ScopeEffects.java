package org.gfpaudit.analyzer.scope;

import java.util.List;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.SourceFile;

/** What functions do to the task flags of their callers. */
@FunctionalInterface
public interface ScopeEffects {
  /** Nothing is known of any function: none does anything. */
  ScopeEffects NONE = (file, name) -> ScopeEffect.NEUTRAL;

  /** The effect of calling {@code name} in {@code file}, over all functions that can mean. */
  ScopeEffect of(SourceFile file, String name);

  /**
   * Whether it is not known what calling {@code name} in {@code file} does: the tree does not
   * define it, or it has to do with the running task and was not looked at.
   */
  default boolean isUnseen(SourceFile file, String name) {
    return false;
  }

  /** What a guard of the class of that name does. */
  default GuardClass guard(String name) {
    return GuardClass.NEUTRAL;
  }

  /** What {@code name} does in {@code file} as an object-like macro that is a statement. */
  default ScopeEffect ofStatement(SourceFile file, String name) {
    return ScopeEffect.NEUTRAL;
  }

  /** The expressions that {@code name} can stand for in {@code file} as an object-like macro. */
  default List<Expr> macroBodies(SourceFile file, String name) {
    return List.of();
  }
}
