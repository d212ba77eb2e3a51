package org.gfpaudit.analyzer.reclaim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gfpaudit.analyzer.facts.ReclaimWait;
import org.gfpaudit.analyzer.locks.Acquisitions;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.rules.finding.LockClass;
import org.gfpaudit.rules.finding.ReclaimBit;

/**
 * Looks for the ways in which reclaim comes to wait for some locks. What is the same for all
 * subsystems is read once. Safe for several threads.
 */
public final class ReclaimPhase {
  /** After so many functions of one subsystem the search ends, and says so. */
  private static final int MAX_VISITS = 2500;

  private final Model model;
  private final Ground.Shared shared;
  private final StatedLocks stated;

  /**
   * @param acquisitions what takes locks in the model's tree
   */
  public ReclaimPhase(Model model, Acquisitions acquisitions) {
    this.model = model;
    this.shared = Ground.Shared.of(model, acquisitions);
    this.stated = new StatedLocks(shared);
  }

  /** The subsystems whose own code reclaim enters. */
  public Set<String> entered() {
    return shared.roots().all().stream()
        .map(root -> shared.owners().of(model.index().fileOf(root.function())).name())
        .collect(Collectors.toSet());
  }

  /**
   * How reclaim comes to wait for each of some locks in one subsystem.
   *
   * @param subsystem whose objects are allocated for with the locks held: {@code "fs/gfs2"}
   */
  public Reclaim run(String subsystem, SortedSet<LockClass> held) {
    SortedSet<LockClass> locks = new TreeSet<>();
    List<ReclaimWait> waits = new ArrayList<>();
    for (LockClass lock : held) {
      waits.addAll(stated.of(subsystem, lock));
      if (lock.kind() != LockClass.Kind.PSEUDO || lock.equals(Reclaim.IO)) {
        locks.add(lock.in(subsystem));
      }
    }
    if (locks.isEmpty()) {
      return new Reclaim(waits, List.of());
    }
    Ground ground = new Ground(shared, subsystem, locks);
    Descent descent = new Descent(ground, locks, MAX_VISITS);
    for (Descent.Arrival arrival : descent.run().values()) {
      waits.add(wait(arrival, subsystem));
    }
    Reclaim.Looked looked =
        new Reclaim.Looked(
            subsystem,
            (int)
                shared.roots().all().stream()
                    .filter(root -> ground.territory().holds(root.function()))
                    .count(),
            descent.visits(),
            ground.targets().leftOut(),
            descent.isCut());
    return new Reclaim(waits, List.of(looked));
  }

  private ReclaimWait wait(Descent.Arrival arrival, String subsystem) {
    return new ReclaimWait(
        arrival.lock(),
        arrival.mode(),
        gate(arrival.gate().bit()),
        subsystem,
        arrival.gate().guards().stream().sorted().map(Guard::cut).toList(),
        new Steps(model).of(arrival));
  }

  private static ReclaimWait.Gate gate(ReclaimBit bit) {
    return switch (bit) {
      case DIRECT -> ReclaimWait.Gate.ANY;
      case IO -> ReclaimWait.Gate.IO;
      case FS -> ReclaimWait.Gate.FS;
    };
  }
}
