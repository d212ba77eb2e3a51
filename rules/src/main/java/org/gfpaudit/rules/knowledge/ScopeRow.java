package org.gfpaudit.rules.knowledge;

import java.util.Optional;
import org.gfpaudit.rules.mask.Scope;

/**
 * A function or a task flag that has to do with scopes.
 *
 * @param scope what it opens or closes: {@link Scope#NONE} clears neither FS nor IO; empty where
 *     the flags in argument 0 say
 */
public record ScopeRow(
    Kind kind, String name, Optional<Scope> scope, VersionRange versions, String origin)
    implements Row {

  /** How code uses the name. */
  public enum Kind {
    /** A function that opens a scope and returns the former state. */
    SAVE,
    /** A function that takes the former state back. */
    RESTORE,
    /** A function that puts back the flags that its last argument names, from the one before. */
    PUT_BACK,
    /** A bit of {@code current->flags} that code sets and clears by hand. */
    FLAG,
    /** A function whose result is not NULL only while a scope is open. */
    HELD
  }
}
