package org.gfpaudit.rules.knowledge;

import java.util.Locale;

/** What the analysis can prove of a call beyond its mask. */
public enum SiteProperty {
  /** The page that is allocated never enters a mapping. */
  NEVER_INSERTED;

  /** The word used in the table: {@code never-inserted}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
