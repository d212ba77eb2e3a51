package org.gfpaudit.analyzer.reclaim;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gfpaudit.analyzer.facts.ReclaimWait;
import org.gfpaudit.analyzer.locks.Acquisitions;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.rules.finding.LockClass;
import org.gfpaudit.rules.finding.ReclaimBit;

/** Looks for the ways in which reclaim comes to wait for some locks. */
public final class ReclaimPhase {
  /** After so many functions of one subsystem the search ends, and says so. */
  private static final int MAX_VISITS = 2500;

  private ReclaimPhase() {}

  /**
   * A lock that somebody holds over an allocation.
   *
   * @param subsystem whose objects the allocation is for: {@code "fs/gfs2"}
   */
  public record Demand(String subsystem, LockClass lock) implements Comparable<Demand> {
    @Override
    public int compareTo(Demand other) {
      int bySubsystem = subsystem.compareTo(other.subsystem);
      return bySubsystem != 0 ? bySubsystem : lock.compareTo(other.lock);
    }
  }

  /** How reclaim comes to wait for each of some locks. */
  public static Reclaim run(Model model, Acquisitions acquisitions, SortedSet<Demand> demands) {
    SortedMap<String, SortedSet<LockClass>> bySubsystem = new TreeMap<>();
    for (Demand demand : demands) {
      if (demand.lock().kind() != LockClass.Kind.PSEUDO || demand.lock().equals(Reclaim.IO)) {
        bySubsystem
            .computeIfAbsent(demand.subsystem(), key -> new TreeSet<>())
            .add(demand.lock().in(demand.subsystem()));
      }
    }
    List<ReclaimWait> waits = new ArrayList<>();
    List<Reclaim.Looked> looked = new ArrayList<>();
    Ground.Shared shared = Ground.Shared.of(model, acquisitions);
    StatedLocks stated = new StatedLocks(shared);
    for (Demand demand : demands) {
      waits.addAll(stated.of(demand.subsystem(), demand.lock()));
    }
    bySubsystem.forEach(
        (subsystem, locks) -> {
          Ground ground = new Ground(shared, subsystem, locks);
          Descent descent = new Descent(ground, locks, MAX_VISITS);
          for (Descent.Arrival arrival : descent.run().values()) {
            waits.add(wait(arrival, subsystem, model));
          }
          looked.add(
              new Reclaim.Looked(
                  subsystem,
                  (int)
                      shared.roots().all().stream()
                          .filter(root -> ground.territory().holds(root.function()))
                          .count(),
                  descent.visits(),
                  ground.targets().leftOut(),
                  descent.isCut()));
        });
    return new Reclaim(waits, looked);
  }

  private static ReclaimWait wait(Descent.Arrival arrival, String subsystem, Model model) {
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
