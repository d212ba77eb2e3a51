package org.gfpaudit.rules.finding;

import java.util.Locale;

/**
 * One step of a chain that shows a deadlock.
 *
 * @param place where it happens
 * @param what it is done to or by, a phrase without a period: {@code "struct gfs2_sbd
 *     .sd_log_flush_lock for read"}, {@code "gfs2_evict_inode()"}
 */
public record ChainStep(Place place, Kind kind, String what) {

  /** What happens at a step. */
  public enum Kind {
    /** A lock is taken, and held from here on. */
    HOLDS("holds"),
    /** A function is called by its name. */
    CALLS("calls"),
    /** A function is called through a field or a variable. */
    CALLS_THROUGH("calls through a table"),
    /** Memory is allocated. */
    ALLOCATES("allocates"),
    /** Reclaim starts to run something. */
    ENTERS_RECLAIM("enters reclaim by"),
    /** An inode or another object is thrown away. */
    EVICTS("evicts"),
    /** The task sleeps until somebody else has done something, or has given a lock back. */
    WAITS_FOR("waits for"),
    /** Who ends such a sleep. */
    WOKEN_BY("is woken by"),
    /** Who does the I/O that is waited for. */
    SERVES("serves");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The words used in every output: {@code waits for}. */
    public String word() {
      return word;
    }

    /** The same as one word, for programs: {@code waits-for}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** {@code "waits for struct foo.lock"}. */
  public String text() {
    return kind.word() + " " + what;
  }
}
