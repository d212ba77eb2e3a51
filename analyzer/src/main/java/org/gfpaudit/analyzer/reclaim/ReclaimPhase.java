package org.gfpaudit.analyzer.reclaim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.facts.ReclaimWait;
import org.gfpaudit.analyzer.locks.Acquisitions;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.rules.finding.ChainStep;
import org.gfpaudit.rules.finding.LockClass;
import org.gfpaudit.rules.finding.LockMode;
import org.gfpaudit.rules.finding.ReclaimBit;
import org.gfpaudit.rules.knowledge.ReclaimRoot;
import org.gfpaudit.rules.knowledge.ReclaimWord;

/**
 * Looks for the ways in which reclaim comes to wait for some locks. What is the same for all
 * subsystems is read once. Safe for several threads.
 */
public final class ReclaimPhase {
  /** After so many functions of one subsystem the search ends, and says so. */
  private static final int MAX_VISITS = 2500;

  private final Model model;
  private final CommonGround shared;
  private final StatedLocks stated;

  /**
   * @param acquisitions what takes locks in the model's tree
   */
  public ReclaimPhase(Model model, Acquisitions acquisitions) {
    this.model = model;
    this.shared = new CommonGround(model, acquisitions);
    this.stated = new StatedLocks(shared);
  }

  /** The subsystems whose own code reclaim enters. */
  public Set<String> entered() {
    return shared.roots().all().stream()
        .map(root -> model.subsystems().of(model.index().fileOf(root.function())).name())
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
      if (lock.equals(Reclaim.FROZEN)) {
        frozen(subsystem).ifPresent(waits::add);
      }
      if (lock.kind() != LockClass.Kind.PSEUDO || lock.equals(Reclaim.IO)) {
        locks.add(lock.in(subsystem));
      }
    }
    if (locks.isEmpty()) {
      return new Reclaim(waits, List.of());
    }
    Ground ground = new Ground(shared, subsystem, locks);
    Descent descent = new Descent(ground, locks, MAX_VISITS);
    for (Arrival arrival : descent.run().values()) {
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

  /** How reclaim comes to wait for a frozen queue: by any I/O that it starts. */
  private Optional<ReclaimWait> frozen(String subsystem) {
    Optional<Entity> entering =
        model.knowledge().reclaim().words(ReclaimWord.Kind.QUEUE_ENTER).stream()
            .flatMap(word -> model.index().definitions(word.name()).stream())
            .filter(entity -> model.index().kind(entity) == EntityKind.FUNCTION)
            .findFirst();
    List<ChainStep> steps = new ArrayList<>();
    Optional<Roots.Root> first =
        shared.roots().all().stream()
            .filter(root -> root.row().kind() == ReclaimRoot.Kind.FUNCTION)
            .findFirst();
    first.ifPresent(
        root ->
            steps.add(
                step(
                    root.function(),
                    ChainStep.Kind.ENTERS_RECLAIM,
                    model.program().name(root.function()) + "(), which starts I/O")));
    return entering.map(
        function -> {
          steps.add(step(function, ChainStep.Kind.WAITS_FOR, Reclaim.FROZEN.text()));
          return new ReclaimWait(
              Reclaim.FROZEN,
              LockMode.READ,
              ReclaimWait.Gate.IO,
              subsystem,
              List.of(ReclaimWait.Cut.TO_THAT_DEVICE),
              new ReclaimWait.Path(first.map(ReclaimPhase::root), steps));
        });
  }

  private ChainStep step(Entity function, ChainStep.Kind kind, String what) {
    return new ChainStep(
        model.place(new CallSite(function, model.index().nameOffset(function))), kind, what);
  }

  private ReclaimWait wait(Arrival arrival, String subsystem) {
    Set<Guard> guards = arrival.gate().guards();
    List<ReclaimWait.Cut> cuts = new ArrayList<>();
    if (isFrozen(arrival.lock())) {
      cuts.add(ReclaimWait.Cut.WHILE_FREEZING);
    }
    if (guards.contains(Guard.CGROUP) && !isPageByPage(arrival)) {
      cuts.add(ReclaimWait.Cut.NO_PAGE_YET);
    }
    guards.stream().sorted().map(Guard::cut).forEach(cuts::add);
    Optional<Roots.Root> root = entered(arrival.node());
    if (root.filter(Roots.Root::isServing).isPresent()) {
      cuts.add(ReclaimWait.Cut.TO_THAT_DEVICE);
    }
    return new ReclaimWait(
        arrival.lock(),
        arrival.mode(),
        gate(arrival.gate().bit()),
        subsystem,
        cuts,
        new ReclaimWait.Path(root.map(ReclaimPhase::root), new Steps(model).of(arrival)));
  }

  /** Whether a lock is one that nobody takes for write but who freezes a file system. */
  private boolean isFrozen(LockClass lock) {
    return lock.kind() == LockClass.Kind.SUPER_BLOCK
        && model.knowledge().reclaim().is(ReclaimWord.Kind.FREEZE_CLASS, lock.name());
  }

  /** The root that a way begins with. */
  private Optional<Roots.Root> entered(Node node) {
    return shared.roots().of(node.first().entity());
  }

  private static ReclaimWait.Root root(Roots.Root root) {
    return new ReclaimWait.Root(root.function(), root.row());
  }

  /** Whether a task that writes pages takes the lock in a loop, with pages begun before. */
  private static boolean isPageByPage(Arrival arrival) {
    boolean isLoop = arrival.site().isInLoop();
    Optional<Node> node = Optional.of(arrival.node());
    while (node.isPresent()
        && node.get().steps().stream().noneMatch(step -> step.kind() == ChainStep.Kind.SERVES)) {
      isLoop |=
          node.get().steps().stream()
              .flatMap(step -> step.site().stream())
              .anyMatch(Site::isInLoop);
      node = node.get().from();
    }
    return isLoop;
  }

  private static ReclaimWait.Gate gate(ReclaimBit bit) {
    return switch (bit) {
      case DIRECT -> ReclaimWait.Gate.ANY;
      case IO -> ReclaimWait.Gate.IO;
      case FS -> ReclaimWait.Gate.FS;
    };
  }
}
