package org.gfpaudit.analyzer.deadlock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gfpaudit.analyzer.consequence.Consequences;
import org.gfpaudit.analyzer.consequence.MappingMasks;
import org.gfpaudit.analyzer.deadlock.Chains.Held;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.facts.JudgedCall;
import org.gfpaudit.analyzer.facts.Objection;
import org.gfpaudit.analyzer.facts.ReclaimWait;
import org.gfpaudit.analyzer.locks.Acquisitions;
import org.gfpaudit.analyzer.locks.LockHolders;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.reclaim.Reclaim;
import org.gfpaudit.analyzer.reclaim.ReclaimPhase;
import org.gfpaudit.analyzer.reclaim.ReclaimPhase.Demand;
import org.gfpaudit.analyzer.scope.Scopes;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.rules.knowledge.Subsystem;

/** The deadlock phase: which page-cache allocations hold a lock that reclaim blocks on. */
public final class DeadlockPhase {
  private final Model model;
  private final Found found;
  private final Acquisitions acquisitions;
  private final Allocations allocations;
  private final Upwards upwards;
  private final List<Problem> problems = new ArrayList<>();
  private int cutOff;

  /** What earlier phases found, as far as deadlocks follow from it. */
  public record Found(Scopes scopes, List<JudgedCall> judged, Consequences consequences) {}

  private DeadlockPhase(Model model, Found found) {
    this.model = model;
    this.found = found;
    this.acquisitions = new Acquisitions(model);
    this.allocations = new Allocations(model.kernel(), found.judged());
    this.upwards = new Upwards(model, allocations.functions());
  }

  /** Looks at every file system and driver from which such an allocation is reached. */
  public static Deadlocks run(Model model, Found found) {
    return new DeadlockPhase(model, found).run();
  }

  private Deadlocks run() {
    List<Held> held = new ArrayList<>();
    for (String subsystem : upwards.subsystems()) {
      try {
        held.addAll(held(subsystem));
      } catch (RuntimeException | StackOverflowError e) {
        problems.add(problem(subsystem, e));
      }
    }
    SortedSet<Demand> demands = new TreeSet<>();
    for (Held one : held) {
      demands.add(new Demand(one.subsystem(), one.reached().lock().lock().in(one.subsystem())));
    }
    Reclaim reclaim = ReclaimPhase.run(model, acquisitions, demands);
    return new Deadlocks(objections(held, reclaim), demands.size(), cutOff, problems);
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

  /** One for each call, the worst lock and way of it. */
  private List<Objection> objections(List<Held> held, Reclaim reclaim) {
    Chains chains = new Chains(model, reclaim);
    Map<CallSite, Pair> worst = new TreeMap<>();
    for (Held one : held) {
      for (ReclaimWait wait : reclaim.of(one.subsystem(), one.reached().lock().lock())) {
        Pair pair = new Pair(one, wait, chains.level(one, wait));
        worst.merge(one.own().at(), pair, Pair::worse);
      }
    }
    return worst.values().stream()
        .map(pair -> chains.objection(pair.held, pair.half))
        .sorted(Comparator.comparing(objection -> objection.subject().flagged().place()))
        .toList();
  }

  /** Both halves of one deadlock. */
  private record Pair(Held held, ReclaimWait half, Level level) {
    /** The one that matters more; of equals the shorter. */
    Pair worse(Pair other) {
      int byLevel = level.compareTo(other.level);
      return byLevel < 0 || (byLevel == 0 && length() <= other.length()) ? this : other;
    }

    private int length() {
      return held.reached().way().depth() + half.steps().size();
    }
  }

  private List<Held> held(String name) {
    Subsystem subsystem = upwards.named(name);
    Entries entries =
        new Entries(model, allocations, upwards, found.consequences().mappings(), subsystem);
    if (entries.open().isEmpty()) {
      return List.of();
    }
    Upwards.Reaching reaching = upwards.of(name, entries.open());
    LockHolders holders = new LockHolders(model, acquisitions, reaching.surroundings());
    Descent descent = new Descent(model, found.scopes(), allocations, reaching, holders, entries);
    List<Held> result = new ArrayList<>();
    List<Entity> takers = holders.holders().stream().filter(reaching::reaches).toList();
    for (Descent.Reached reached : descent.from(takers)) {
      Way own = descent.lastOwn(reached.way());
      MappingMasks.Told mask = entries.told(own.upwards());
      boolean isForbidden = mask.forbidding().isPresent() && mask.isCertain();
      if (!isForbidden || Allocations.isByConstant(model.kernel(), reached.allocation())) {
        result.add(new Held(name, reached, own, mask));
      }
    }
    cutOff += descent.isCutOff() ? 1 : 0;
    return result;
  }
}
