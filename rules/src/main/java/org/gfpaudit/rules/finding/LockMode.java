package org.gfpaudit.rules.finding;

import java.util.Locale;

/** How a lock is taken. */
public enum LockMode {
  /** With other readers; it still closes a cycle, for a writer that waits keeps new readers out. */
  READ,
  /** Alone. */
  WRITE;

  /** The word used in tables and reports: {@code read}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
