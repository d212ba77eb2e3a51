package org.gfpaudit.rules.finding;

import java.util.Locale;

/** A bit of a mask that says what reclaim may do, the one that lets it do most first. */
public enum ReclaimBit {
  /** Reclaim may call back into file systems. */
  FS("__GFP_FS", "enter file systems"),
  /** Reclaim may start I/O. */
  IO("__GFP_IO", "start I/O"),
  /** The allocation may reclaim memory itself; without it neither of the others matters. */
  DIRECT("__GFP_DIRECT_RECLAIM", "make the caller wait");

  private final String text;
  private final String deed;

  ReclaimBit(String text, String deed) {
    this.text = text;
    this.deed = deed;
  }

  /** The name of the bit. */
  public String text() {
    return text;
  }

  /** What reclaim may do with it, as a phrase: {@code "enter file systems"}. */
  public String deed() {
    return deed;
  }

  /** The word used in JSON: {@code fs}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether reclaim may do more with it than with {@code other}. */
  public boolean isMoreThan(ReclaimBit other) {
    return compareTo(other) < 0;
  }

  /** What is asked for by both. */
  public ReclaimBit and(ReclaimBit other) {
    return isMoreThan(other) ? this : other;
  }
}
