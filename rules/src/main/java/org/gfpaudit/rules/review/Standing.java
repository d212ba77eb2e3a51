package org.gfpaudit.rules.review;

import java.util.Locale;

/** What a finding is to those who asked. */
public enum Standing {
  /** The finding was not known before. Without anything to compare with, every finding is new. */
  NEW,
  /** The finding is in the baseline. */
  KNOWN,
  /** The same call is in the baseline with another verdict, and is no worse now. */
  CHANGED,
  /** Somebody said that it is to stay, and why. */
  WAIVED;

  /** The word used in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
