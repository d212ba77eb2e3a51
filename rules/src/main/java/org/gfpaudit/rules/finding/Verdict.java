package org.gfpaudit.rules.finding;

import java.util.Locale;

/** What the audit says of a site or an origin, worst first. */
public enum Verdict {
  /** A constant with {@code __GFP_FS} reaches the call. */
  HARDCODED,
  /** Derived, and then {@code __GFP_FS} or {@code __GFP_IO} is OR-ed back in. */
  RE_ADDED,
  /** Derived from another mapping than the one the page goes into. */
  WRONG_MAPPING,
  /** Derived on some paths, hardcoded on others. */
  PARTIAL,
  /** A constant with {@code __GFP_IO} and without {@code __GFP_FS}. */
  HARDCODED_NOFS,
  /** The analysis could not follow the mask; the note says where and why. */
  UNKNOWN,
  /** A constant with neither {@code __GFP_FS} nor {@code __GFP_IO}, or nothing is created. */
  HARDCODED_WEAK,
  /** The mask comes from a parameter or a field; its origins have verdicts of their own. */
  PASSTHROUGH,
  /** A constant, but always inside a NOFS or NOIO task scope. */
  SCOPED,
  /** Every mask comes from the mapping that is used. */
  DERIVED;

  /** The word used on the command line and in every report: {@code hardcoded-nofs}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
