package org.gfpaudit.analyzer.diagnose;

import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;
import org.gfpaudit.analyzer.facts.ReclaimWait;
import org.gfpaudit.analyzer.locks.Acquisitions;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.reclaim.Reclaim;
import org.gfpaudit.analyzer.reclaim.ReclaimPhase;
import org.gfpaudit.rules.finding.LockClass;

/** What the search from the roots of reclaim says of a lock that a report names. */
final class ReclaimSide {
  private final ReclaimPhase phase;

  ReclaimSide(Model model, Acquisitions acquisitions) {
    this.phase = new ReclaimPhase(model, acquisitions);
  }

  /**
   * What was found.
   *
   * @param way the one that asks for least, if there is one
   * @param looked what was looked at, a sentence part, or empty
   */
  record Searched(Optional<ReclaimWait> way, String looked) {}

  /** How reclaim comes to wait for a lock of one file system. */
  Searched search(String subsystem, LockClass lock) {
    TreeSet<LockClass> locks = new TreeSet<>();
    locks.add(lock.in(subsystem));
    Reclaim reclaim = phase.run(subsystem, locks);
    Optional<ReclaimWait> wait =
        reclaim.of(subsystem, lock).stream()
            .min(
                Comparator.comparingInt((ReclaimWait each) -> each.cuts().size())
                    .thenComparingInt(each -> each.steps().size()));
    return new Searched(wait, reclaim.looked(subsystem).map(Reclaim.Looked::text).orElse(""));
  }
}
