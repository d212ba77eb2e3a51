package org.gfpaudit.analyzer.locks;

import java.util.ArrayList;
import java.util.List;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.rules.finding.LockClass;
import org.gfpaudit.rules.finding.LockMode;

/**
 * A lock that a task holds.
 *
 * @param way the calls that lead to the one that takes it, that one last
 * @param isCertain whether the calls on the way take it whenever they succeed; else on some ways
 *     alone
 */
public record HeldLock(LockClass lock, LockMode mode, List<CallSite> way, boolean isCertain) {
  public HeldLock {
    way = List.copyOf(way);
  }

  /** This lock, taken by what {@code call} calls. */
  HeldLock through(CallSite call) {
    List<CallSite> longer = new ArrayList<>();
    longer.add(call);
    longer.addAll(way);
    return new HeldLock(lock, mode, longer, isCertain);
  }

  /** This lock, where on other ways {@code other} is held, of the same class. */
  HeldLock or(HeldLock other) {
    HeldLock weaker =
        mode == LockMode.WRITE && other.mode == LockMode.READ
            ? new HeldLock(lock, LockMode.READ, way, isCertain)
            : this;
    return other.isCertain ? weaker : weaker.uncertain();
  }

  /** This lock, where it is taken on some ways alone. */
  HeldLock uncertain() {
    return isCertain ? new HeldLock(lock, mode, way, false) : this;
  }
}
