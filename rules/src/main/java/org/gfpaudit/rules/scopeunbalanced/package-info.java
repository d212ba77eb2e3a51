/**
 * A task scope is not closed on some path
 *
 * <p>Rule {@code scope-unbalanced}, level warning. The cookie of a save call is kept in a local
 * variable, some path restores it, and another leaves the function without, or restores what it has
 * not saved.
 *
 * <p>Why it hurts: the task keeps {@code PF_MEMALLOC_NOFS} or {@code PF_MEMALLOC_NOIO} for good.
 *
 * <p>Nothing is said where the cookie is returned, stored or handed on (somebody else closes then),
 * where no path restores it (a thread that opens a scope for life), or where save and restore stand
 * under the same condition, and of a cookie that is initialised by hand. Not seen: task flags set
 * by hand, and wrappers around save and restore. Example: {@code paths.c}.
 */
package org.gfpaudit.rules.scopeunbalanced;
