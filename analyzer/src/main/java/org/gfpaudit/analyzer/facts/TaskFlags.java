package org.gfpaudit.analyzer.facts;

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

  private static final TaskFlags NOFS = new TaskFlags(true, false);
  private static final TaskFlags NOIO = new TaskFlags(false, true);

  /** The flag that opens {@code scope}. */
  public static TaskFlags of(Scope scope) {
    return of(scope == Scope.NOFS, scope == Scope.NOIO);
  }

  private static TaskFlags of(boolean nofs, boolean noio) {
    return nofs ? (noio ? ALL : NOFS) : noio ? NOIO : NONE;
  }

  // By hand: all but every comparison is of one of the four with itself.
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof TaskFlags that && nofs == that.nofs && noio == that.noio);
  }

  @Override
  public int hashCode() {
    return (nofs ? 2 : 0) + (noio ? 1 : 0);
  }

  /** The strongest scope these flags make. */
  public Scope scope() {
    return noio ? Scope.NOIO : nofs ? Scope.NOFS : Scope.NONE;
  }

  @SuppressWarnings("ReferenceEquality") // A join that adds nothing is this object.
  public TaskFlags join(TaskFlags other) {
    return this == other ? this : of(nofs && other.nofs, noio && other.noio);
  }

  public TaskFlags with(TaskFlags flags) {
    return of(nofs || flags.nofs, noio || flags.noio);
  }

  public TaskFlags without(TaskFlags flags) {
    return of(nofs && !flags.nofs, noio && !flags.noio);
  }

  /** These flags, with those that {@code which} names as they are in {@code saved}. */
  public TaskFlags restored(TaskFlags which, TaskFlags saved) {
    return of(which.nofs ? saved.nofs : nofs, which.noio ? saved.noio : noio);
  }
}
