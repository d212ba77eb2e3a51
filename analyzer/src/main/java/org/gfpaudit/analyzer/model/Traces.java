package org.gfpaudit.analyzer.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * All that the answers were made from that are kept from one audit to the next. When an audit
 * begins, each read is held against the tree as it is now, once; with those that say something else
 * fall all answers that were made from them, and nobody needs to ask again what the others were
 * made from. Audits begin and end one after the other, on one thread; what they note in between is
 * noted by several.
 */
final class Traces {
  /** A part of all that is so small is not worth looking for what nobody uses any more. */
  private static final int SMALL_PART = 8;

  private static final int FEW = 4_096;

  private final ConcurrentMap<Object, Trace> reads = new ConcurrentHashMap<>();

  /** In the order in which they were made: each behind its parts. Guarded by this. */
  private final List<Trace> all = new ArrayList<>();

  private volatile int audit; // set by who holds this

  /**
   * The last audit in which all that was known then was held against the tree, or was forgotten.
   */
  private volatile int checked; // set by who holds this

  /** The audit at whose begin it was last looked for what nobody uses, and how much was left. */
  private int swept; // guarded by this, as is the next

  private int left;

  /** An audit begins, of that number. From now on those before it note nothing. */
  synchronized int begin() {
    return ++audit;
  }

  /** Whether nobody began an audit since the one of that number. */
  boolean isLast(int number) {
    return number == audit;
  }

  /**
   * What is known by that key of the tree that is audited, or what {@code read} says now. What is
   * asked before an audit knows what changed is noted by itself.
   */
  Trace read(Object key, Supplier<Read> read, int number) {
    Trace known = reads.get(key);
    if (known != null && !known.hasFallen() && (known.made() == number || checked == number)) {
      return known;
    }
    Trace made = made(Trace.of(read.get(), number), number);
    if (!made.hasFallen()) {
      reads.put(key, made);
    }
    return made;
  }

  /** What is made from {@code parts}, which hold. */
  Trace of(Collection<Trace> parts, int number) {
    return switch (parts.size()) {
      case 0 -> isLast(number) ? Trace.NOTHING : Trace.FALLEN;
      case 1 -> isLast(number) ? parts.iterator().next() : Trace.FALLEN;
      default -> made(Trace.of(parts, number), number);
    };
  }

  /** One of an audit that is over may be of another tree. */
  private synchronized Trace made(Trace trace, int number) {
    if (number != audit) {
      return Trace.FALLEN;
    }
    all.add(trace);
    return trace;
  }

  /** Nothing holds any more but what this audit noted. */
  synchronized void forget() {
    for (Trace trace : all) {
      if (trace.made() != audit || trace.hasFallenPart()) {
        trace.fall();
      }
    }
    all.removeIf(Trace::hasFallen);
    reads.values().removeIf(Trace::hasFallen);
    checked = audit;
    swept = audit;
    left = 0;
  }

  /**
   * Holds all reads against the tree that is audited now.
   *
   * @param isAsBefore whether a read says what it said in the audit before
   * @return whether it was looked for what nobody uses any more, which has fallen then as well
   */
  synchronized boolean check(Predicate<Read> isAsBefore) {
    if (checked != audit - 1) {
      // Nobody knows what changed in between.
      forget();
      return true;
    }
    boolean isSweeping = all.size() > left + left / SMALL_PART + FEW;
    if (isSweeping) {
      sweep();
    }
    boolean isAnyFallen = isSweeping;
    for (Trace trace : all) {
      boolean isOfNow = trace.made() == audit;
      boolean isRight = isOfNow || trace.read().filter(r -> !isAsBefore.test(r)).isEmpty();
      if (!isRight || trace.hasFallen() || trace.hasFallenPart()) {
        trace.fall();
        isAnyFallen = true;
      }
    }
    if (isAnyFallen) {
      all.removeIf(Trace::hasFallen);
      reads.values().removeIf(Trace::hasFallen);
    }
    if (isSweeping) {
      left = all.size();
    }
    // Not before: a file that cannot be read ends this.
    checked = audit;
    return isSweeping;
  }

  /** Lets go what no audit used since the last time, not even by way of another answer. */
  private void sweep() {
    useParts();
    int since = swept;
    all.stream().filter(trace -> trace.used() < since).forEach(Trace::fall);
    swept = audit;
  }

  /** What is made from others stands behind them. */
  private void useParts() {
    for (int i = all.size() - 1; i >= 0; i--) {
      all.get(i).useParts();
    }
  }

  /** Tells the reads of a kind that this audit used, be it by way of answers of earlier ones. */
  <R extends Read> void forEachUsed(Class<R> kind, Consumer<? super R> consumer) {
    List<R> used = new ArrayList<>();
    synchronized (this) {
      if (all.stream().anyMatch(trace -> isOf(trace, kind))) {
        useParts();
        all.stream()
            .filter(trace -> trace.used() == audit && isOf(trace, kind))
            .forEach(trace -> used.add(kind.cast(trace.read().get())));
      }
    }
    used.forEach(consumer);
  }

  private static boolean isOf(Trace trace, Class<? extends Read> kind) {
    return trace.read().isPresent() && kind.isInstance(trace.read().get());
  }
}
