package org.gfpaudit.rules.review;

import java.util.Locale;

/** What a finding is to those who asked. */
public enum Standing {
  /** Not known before; without anything to compare with, every finding is. */
  NEW,
  /** The baseline has it. */
  KNOWN,
  /** Somebody said that it is to stay, and why. */
  WAIVED;

  /** The word used in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
