package org.gfpaudit.analyzer.splat;

import java.util.List;
import java.util.Optional;

/**
 * One report of the lock checker.
 *
 * @param release of the kernel that made it, or empty: {@code "6.1.0-rc2+"}
 * @param task that ran into it: {@code "kswapd0/79"}
 * @param line of the text that it starts in, from 1
 * @param links the locks with their stacks, in the order in which they are taken one over the
 *     other; the last is held where the first is taken
 * @param lacks what a whole report has and this one does not, a sentence part each
 */
public record Splat(
    Kind kind, String release, String task, int line, List<Link> links, List<String> lacks) {
  public Splat {
    links = List.copyOf(links);
    lacks = List.copyOf(lacks);
  }

  /** What a report is about. */
  public enum Kind {
    /** Locks that are taken in an order that is a circle. */
    CIRCULAR("possible circular locking dependency detected", "is trying to acquire lock:"),
    /** A lock that reclaim takes, and that is held where reclaim can be entered. */
    INCONSISTENT("inconsistent lock state", "takes:"),
    /** The same with locks between. */
    INVERSION("possible irq lock inversion dependency detected", "just changed the state of lock:"),
    /** A lock that is taken by who has it. */
    RECURSIVE("possible recursive locking detected", "is trying to acquire lock:"),
    /** Interrupts and locks. */
    INTERRUPTS("lock order detected", "is trying to acquire:"),
    /** A lock is given back that nobody has. */
    UNBALANCED("bad unlock balance detected", "is trying to release lock"),
    /** A lock that may sleep below one that may not. */
    CONTEXT("Invalid wait context", "is trying to lock:"),
    /** A lock that is freed while somebody has it. */
    FREED("held lock freed!", "is freeing memory"),
    /** Read-copy-update without its lock. */
    RCU("suspicious RCU usage", "other info that might help");

    private final String banner;
    private final String next;

    Kind(String banner, String next) {
      this.banner = banner;
      this.next = next;
    }

    /** The words over such a report. */
    public String banner() {
      return banner;
    }

    /** The words of the report's next sentence, by which it is told from one who mentions it. */
    String next() {
      return next;
    }
  }

  /** What a stack of an older kernel says of a lock. */
  public enum State {
    /** Nothing: only that the lock was taken there. */
    TAKEN,
    /** The lock was taken in reclaim. */
    IN_RECLAIM,
    /** The lock was held where reclaim could be entered. */
    OVER_RECLAIM
  }

  /**
   * A lock, and the stack that the report shows for it.
   *
   * @param stack the innermost function first; empty where it is not shown
   */
  public record Link(NamedLock lock, State state, List<Frame> stack) {
    public Link {
      stack = List.copyOf(stack);
    }
  }

  /** The first link in a state. */
  Optional<Link> in(State state) {
    return links.stream().filter(link -> link.state() == state).findFirst();
  }
}
