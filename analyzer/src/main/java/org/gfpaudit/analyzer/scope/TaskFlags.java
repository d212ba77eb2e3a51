package org.gfpaudit.analyzer.scope;

import org.gfpaudit.rules.mask.Scope;

/**
 * Which task flags that constrain allocation are certainly set: a must-analysis, so the join of two
 * paths keeps what both have.
 *
 * @param nofs {@code PF_MEMALLOC_NOFS}: clears {@code __GFP_FS}
 * @param noio {@code PF_MEMALLOC_NOIO}: clears {@code __GFP_IO} and {@code __GFP_FS}
 */
public record TaskFlags(boolean nofs, boolean noio) {
  public static final TaskFlags NONE = new TaskFlags(false, false);

  /** Every flag; what holds where no path leads. */
  public static final TaskFlags ALL = new TaskFlags(true, true);

  /** The flag that opens {@code scope}. */
  public static TaskFlags of(Scope scope) {
    return new TaskFlags(scope == Scope.NOFS, scope == Scope.NOIO);
  }

  /** The strongest scope these flags make. */
  public Scope scope() {
    return noio ? Scope.NOIO : nofs ? Scope.NOFS : Scope.NONE;
  }

  public TaskFlags join(TaskFlags other) {
    return new TaskFlags(nofs && other.nofs, noio && other.noio);
  }

  public TaskFlags with(TaskFlags flags) {
    return new TaskFlags(nofs || flags.nofs, noio || flags.noio);
  }

  public TaskFlags without(TaskFlags flags) {
    return new TaskFlags(nofs && !flags.nofs, noio && !flags.noio);
  }

  /** These flags, with those that {@code which} names as they are in {@code saved}. */
  TaskFlags restored(TaskFlags which, TaskFlags saved) {
    return new TaskFlags(which.nofs ? saved.nofs : nofs, which.noio ? saved.noio : noio);
  }
}
