package org.gfpaudit.rules.mask;

import java.util.Set;

/**
 * What a verdict depends on besides the mask.
 *
 * @param scope the task scope that is open at the call on every way to it
 * @param creation whether the call allocates at all
 * @param cleared the bits the callee takes out of the mask because of the flags it is passed
 * @param mappings all mappings that the page may go into, in normal form; empty where one is not
 *     known
 * @param mayClaimWrongMapping whether the paths in the mask and {@code mappings} are rooted in the
 *     same function, with parameters as they were on entry
 */
public record SiteContext(
    Scope scope,
    Creation creation,
    Bits cleared,
    Set<AccessPath> mappings,
    boolean mayClaimWrongMapping) {
  public SiteContext {
    mappings = Set.copyOf(mappings);
  }

  /** Whether a call allocates memory. */
  public enum Creation {
    /** The call may allocate, whatever its flags are. */
    YES,
    /** The call never allocates: its flags lack {@code FGP_CREAT} on every path. */
    NO,
    /** The call may allocate: its flags have {@code FGP_CREAT} on some paths, or are not known. */
    MAYBE
  }

  /** Where nothing is known of the site's mapping. */
  public SiteContext withoutMapping() {
    return new SiteContext(scope, creation, cleared, Set.of(), false);
  }
}
