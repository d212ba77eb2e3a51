package org.gfpaudit.analyzer.reclaim;

import java.util.List;
import org.gfpaudit.rules.finding.LockClass;
import org.gfpaudit.rules.finding.LockMode;

/**
 * A lock that a way has come to.
 *
 * @param marks what is told of it where it is no lock
 */
record Arrival(Wanted wanted, Gate gate, int cost, Node node, Site site, List<Steps.Mark> marks) {

  /** A lock and how it is asked for. */
  record Wanted(LockClass lock, LockMode mode) {}

  LockClass lock() {
    return wanted.lock();
  }

  LockMode mode() {
    return wanted.mode();
  }
}
