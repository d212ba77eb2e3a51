package org.gfpaudit.analyzer.deadlock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntConsumer;
import org.gfpaudit.analyzer.consequence.Consequences;
import org.gfpaudit.analyzer.consequence.MappingMasks;
import org.gfpaudit.analyzer.deadlock.Chains.Held;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.facts.JudgedCall;
import org.gfpaudit.analyzer.facts.Objection;
import org.gfpaudit.analyzer.facts.ReclaimWait;
import org.gfpaudit.analyzer.locks.Acquisitions;
import org.gfpaudit.analyzer.locks.HeldLock;
import org.gfpaudit.analyzer.locks.LockHolders;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.reclaim.Reclaim;
import org.gfpaudit.analyzer.reclaim.ReclaimPhase;
import org.gfpaudit.analyzer.scope.Scopes;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.rules.finding.ChainStep;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.LockClass;
import org.gfpaudit.rules.finding.LockMode;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.rules.knowledge.Subsystem;

/**
 * The deadlock phase: which page-cache allocations hold a lock that reclaim blocks on. Each file
 * system and driver is looked at by itself, so several can be at once.
 */
public final class DeadlockPhase {
  /** What a task holds that serves a device. */
  private static final HeldLock SERVING =
      new HeldLock(Reclaim.IO, LockMode.WRITE, List.of(), /* isCertain= */ true);

  private final Model model;
  private final Found found;
  private final Acquisitions acquisitions;
  private final Allocations allocations;
  private final Upwards upwards;
  private final ReclaimPhase reclaiming;
  private final Servers servers;

  /** What earlier phases found, as far as deadlocks follow from it. */
  public record Found(Scopes scopes, List<JudgedCall> judged, Consequences consequences) {}

  /** Runs the same work for each number below a count, in no order, and waits for the end. */
  public interface Loop {
    /** Calls {@code work} for each number in {@code [0, count)}. */
    void forEach(int count, IntConsumer work);
  }

  /**
   * What came of one subsystem.
   *
   * @param locks how many are held over an allocation
   * @param isCutOff whether it was not searched to the end
   */
  private record Part(List<Pair> pairs, int locks, boolean isCutOff, Optional<Problem> problem) {}

  private DeadlockPhase(Model model, Found found) {
    this.model = model;
    this.found = found;
    this.acquisitions = new Acquisitions(model);
    this.allocations = new Allocations(model.kernel(), found.judged());
    this.upwards = new Upwards(model, allocations.functions(), allocations.byConstant());
    this.reclaiming = new ReclaimPhase(model, acquisitions);
    this.servers = new Servers(model, found.consequences().servers());
  }

  /** Looks at every file system and driver from which such an allocation is reached. */
  public static Deadlocks run(Model model, Found found, Loop loop) {
    return new DeadlockPhase(model, found).run(loop);
  }

  private Deadlocks run(Loop loop) {
    List<String> subsystems = upwards.subsystems();
    AtomicReferenceArray<Part> parts = new AtomicReferenceArray<>(subsystems.size());
    loop.forEach(subsystems.size(), i -> parts.set(i, part(subsystems.get(i))));
    Map<CallSite, Pair> worst = new TreeMap<>();
    List<Problem> problems = new ArrayList<>();
    int locks = 0;
    int cutOff = 0;
    for (int i = 0; i < subsystems.size(); i++) {
      Part part = parts.get(i);
      part.pairs().forEach(pair -> worst.merge(pair.held().own().at(), pair, Pair::worse));
      part.problem().ifPresent(problems::add);
      locks += part.locks();
      cutOff += part.isCutOff() ? 1 : 0;
    }
    List<Objection> objections =
        worst.values().stream()
            .map(pair -> pair.chains().objection(pair.held(), pair.half()))
            .sorted(Comparator.comparing(objection -> objection.subject().flagged().place()))
            .toList();
    return new Deadlocks(objections, locks, cutOff, problems);
  }

  private Part part(String subsystem) {
    try {
      return find(subsystem);
    } catch (RuntimeException | StackOverflowError e) {
      return new Part(List.of(), 0, false, Optional.of(problem(subsystem, e)));
    }
  }

  private Problem problem(String subsystem, Throwable cause) {
    return new Problem(
        model.index().path(model.index().fileOf(upwards.entering(subsystem).first())),
        1,
        "internal error while the locks of "
            + subsystem
            + " were looked at ("
            + cause
            + "); nothing is said of deadlocks there, please report it",
        /* severe= */ true);
  }

  /** Both halves of one deadlock. */
  private record Pair(Chains chains, Held held, ReclaimWait half, Level level) {
    private static final Comparator<Pair> WORST_FIRST =
        Comparator.comparing(Pair::level)
            .thenComparing(pair -> pair.held().server().isPresent())
            .thenComparingInt(Pair::sleeps)
            .thenComparingInt(Pair::length);

    /** The one that matters more; of equals a lock, then fewer sleeps, then the shorter way. */
    Pair worse(Pair other) {
      return WORST_FIRST.compare(this, other) <= 0 ? this : other;
    }

    /** How often somebody is waited for before the lock is: who that is can be a guess. */
    private int sleeps() {
      return (int)
          half.steps().stream().filter(step -> step.kind() == ChainStep.Kind.WOKEN_BY).count();
    }

    private int length() {
      return held.reached().way().depth() + half.steps().size();
    }
  }

  private Part find(String name) {
    Subsystem subsystem = upwards.named(name);
    Entries entries =
        new Entries(model, allocations, upwards, found.consequences().mappings(), subsystem);
    if (entries.open().isEmpty()) {
      return new Part(List.of(), 0, false, Optional.empty());
    }
    Upwards.Reaching reaching = upwards.of(name, entries.open());
    LockHolders holders = new LockHolders(model, acquisitions, reaching.surroundings());
    Descent descent = new Descent(model, found.scopes(), allocations, reaching, holders, entries);
    List<Entity> takers = holders.holders().stream().filter(reaching::reaches).toList();
    List<Descent.Reached> all = new ArrayList<>(descent.from(takers));
    if (subsystem.kind() == Subsystem.Kind.FILES) {
      all.addAll(descent.below(servers.operations(reaching), SERVING));
    }
    SortedSet<LockClass> locks = new TreeSet<>();
    all.forEach(reached -> locks.add(reached.lock().lock().in(name)));
    Reclaim reclaim = reclaiming.run(name, locks);
    Chains chains = new Chains(model, reclaim);
    List<Pair> pairs = new ArrayList<>();
    for (Descent.Reached reached : all) {
      List<ReclaimWait> waits = reclaim.of(name, reached.lock().lock());
      if (waits.isEmpty()) {
        continue;
      }
      Way own = descent.lastOwn(reached.way());
      MappingMasks.Told mask = entries.told(own.upwards());
      boolean isForbidden = mask.forbidding().isPresent() && mask.isCertain();
      if (isForbidden && !Allocations.isByConstant(model.kernel(), reached.allocation())) {
        continue;
      }
      boolean isServing = reached.lock().lock().equals(Reclaim.IO);
      Held held =
          new Held(name, reached, own, mask, isServing ? servers.first() : Optional.empty());
      waits.forEach(wait -> pairs.add(new Pair(chains, held, wait, chains.level(held, wait))));
    }
    return new Part(pairs, locks.size(), descent.isCutOff(), Optional.empty());
  }
}
