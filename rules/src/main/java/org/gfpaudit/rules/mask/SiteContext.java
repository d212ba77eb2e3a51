package org.gfpaudit.rules.mask;

import java.util.Optional;

/**
 * What a verdict depends on besides the mask.
 *
 * @param scope the task scope that is open at the call on every way to it
 * @param creation whether the call allocates at all
 * @param cleared the bits the callee takes out of the mask because of the flags it is passed
 * @param mapping the mapping the page goes into, in normal form; empty where it is not known
 * @param mayClaimWrongMapping whether the paths in the mask and {@code mapping} are rooted in the
 *     same function, with parameters as they were on entry
 */
public record SiteContext(
    Scope scope,
    Creation creation,
    Bits cleared,
    Optional<AccessPath> mapping,
    boolean mayClaimWrongMapping) {

  /** Whether a call allocates memory. */
  public enum Creation {
    /** It may, whatever its flags. */
    YES,
    /** It never does: its flags lack {@code FGP_CREAT} on every path. */
    NO,
    /** Its flags have {@code FGP_CREAT} on some paths, or are not known. */
    MAYBE
  }

  /** Where nothing is known of the site's mapping. */
  public SiteContext withoutMapping() {
    return new SiteContext(scope, creation, cleared, Optional.empty(), false);
  }
}
