package org.gfpaudit.rules.finding;

import java.util.Locale;

/** How much a finding matters, most first. */
public enum Level {
  ERROR,
  WARNING,
  NOTE;

  /** The word used on the command line and in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether this level matters at least as much as {@code other}. */
  public boolean isAtLeast(Level other) {
    return compareTo(other) <= 0;
  }
}
