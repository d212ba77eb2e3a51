/**
 * Which task flags are certainly set when a call is made?
 *
 * <p>{@link ScopePhase#run} takes the model and gives {@link Scopes}. The lattice is {@link
 * org.gfpaudit.analyzer.facts.TaskFlags}: NOFS and NOIO, each certainly set or not, joined by what
 * both paths have; {@link ScopeState} adds what is saved for a later restore, by {@link CookieKey},
 * and what depends on the outcome of a call. Chains in it are short, so every fixpoint ends.
 *
 * <p>Three questions build on each other. {@link ScopeSummaries} finds the functions that return
 * with a scope open or closed, upwards from the save and restore calls. {@link FunctionScopes} says
 * what holds at each call of one function. {@link EntryScopes} says what holds when a function is
 * entered: the meet over its callers, searched backwards and only for ways that are bad without a
 * scope, to the first caller that has none. What that search assumes of a cycle, or gives up at its
 * bound, is never kept. {@link UnbalancedScopes} finds cookies that are not given back on some
 * path.
 *
 * <p>Example: in {@code f = memalloc_nofs_save(); g(); memalloc_nofs_restore(f);} the call of
 * {@code g} has NOFS set by the function itself, however that was entered.
 */
package org.gfpaudit.analyzer.scope;
