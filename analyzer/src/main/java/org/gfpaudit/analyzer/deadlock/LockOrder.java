package org.gfpaudit.analyzer.deadlock;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.facts.ReclaimWait;
import org.gfpaudit.analyzer.locks.Acquisition;
import org.gfpaudit.analyzer.locks.Acquisitions;
import org.gfpaudit.analyzer.locks.HeldCall;
import org.gfpaudit.analyzer.locks.HeldLock;
import org.gfpaudit.analyzer.locks.LockHolders;
import org.gfpaudit.analyzer.locks.LockRef;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.solver.ShortestWays;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.rules.finding.ChainStep;
import org.gfpaudit.rules.finding.LockClass;

/**
 * Which locks are taken with which others held in one file system or driver. Reclaim that waits for
 * one lock waits for what its holder waits for: so a deadlock can lie over two locks or three.
 */
final class LockOrder {
  private static final int MAX_CALLS = 4;
  private static final int MAX_EDGES = 2;

  private final Model model;
  private final Acquisitions acquisitions;
  private final LockHolders holders;
  private final Upwards.Reaching reaching;
  private final Instances instances;
  private final ShortestWays<LockClass, Edge> graph = new ShortestWays<>();
  private final SortedSet<LockClass> sources = new TreeSet<>();

  /**
   * A lock that is taken with another one held.
   *
   * @param way the calls from the holder to the one that takes the lock, that one last
   */
  private record Edge(HeldLock held, Acquisition taken, List<CallSite> way) {}

  /** From where a lock is taken, and by which call that is reached. */
  private record Next(Acquisition taken, Optional<CallSite> call, Optional<Entity> callee) {}

  /**
   * @param holders of locks among the functions that lead to an allocation; others are looked for
   *     where they take a lock that is asked for
   * @param wanted locks that are held over an allocation
   */
  LockOrder(
      Model model,
      Acquisitions acquisitions,
      LockHolders holders,
      Upwards.Reaching reaching,
      Instances instances,
      Collection<LockClass> wanted) {
    this.model = model;
    this.acquisitions = acquisitions;
    this.holders = holders;
    this.reaching = reaching;
    this.instances = instances;
    SortedSet<LockClass> level = new TreeSet<>(wanted);
    for (int i = 0; i < MAX_EDGES; i++) {
      SortedSet<LockClass> before = edgesTo(level);
      before.removeAll(sources);
      sources.addAll(before);
      level = before;
    }
  }

  /** The locks that are held, by somebody, where one of those that were asked for is taken. */
  SortedSet<LockClass> sources() {
    return sources;
  }

  private SortedSet<LockClass> edgesTo(Collection<LockClass> locks) {
    Map<LockClass, Map<Entity, Next>> below = new TreeMap<>();
    Set<Entity> takers = new TreeSet<>();
    for (LockClass lock : locks) {
      if (isInOwn(lock)) {
        Map<Entity, Next> takersOfIt = takers(lock);
        below.put(lock, takersOfIt);
        takers.addAll(takersOfIt.keySet());
      }
    }
    SortedSet<LockClass> before = new TreeSet<>();
    if (takers.isEmpty()) {
      return before;
    }
    Set<Entity> others = new TreeSet<>(takers);
    others.removeIf(holders::covers);
    LockHolders rest =
        others.isEmpty()
            ? holders
            : new LockHolders(model, acquisitions, reaching.surroundings(others));
    for (Entity holder : takers) {
      LockHolders of = holders.covers(holder) ? holders : rest;
      for (HeldCall held : of.calls(holder)) {
        below.forEach(
            (lock, takersOfIt) ->
                next(held, lock, takersOfIt)
                    .ifPresent(next -> connect(held, next, takersOfIt, before)));
      }
    }
    return before;
  }

  /** Whether a lock is in a struct of the file system or driver; those of shared code are many. */
  private boolean isInOwn(LockClass lock) {
    if (lock.kind() != LockClass.Kind.FIELD) {
      return false;
    }
    int way = lock.owner().indexOf('.');
    String struct = way < 0 ? lock.owner() : lock.owner().substring(0, way);
    return model.index().definitions(struct).stream().anyMatch(reaching::isOwn);
  }

  /** Whether a lock is in such a struct, and not one that each inode has. */
  private boolean isOne(LockClass lock) {
    return isInOwn(lock) && !instances.isOfEachInode(lock);
  }

  /**
   * A lock that each mounted file system has one of: reclaim waits for who holds it, whichever the
   * inodes are that it works on.
   */
  private static boolean isOfSuper(LockClass lock) {
    return lock.kind() == LockClass.Kind.SUPER_BLOCK;
  }

  /** A lock that reclaim waits for, as those know it that hold it. */
  private static LockClass asHeld(LockClass lock) {
    return isOfSuper(lock) ? new LockClass(lock.kind(), "", lock.name()) : lock;
  }

  private void connect(
      HeldCall held, Next next, Map<Entity, Next> below, Collection<LockClass> before) {
    LockClass lock = ((LockRef.Of) next.taken().lock()).lockClass();
    for (HeldLock other : held.state().held().values()) {
      boolean isOther =
          other.isCertain()
              && !held.state().held().containsKey(lock)
              && (isOfSuper(other.lock()) || (isOne(other.lock()) && isOne(lock)));
      if (isOther) {
        before.add(other.lock());
        graph.add(other.lock(), lock, new Edge(other, next.taken(), way(held, next, below)));
      }
    }
  }

  private List<CallSite> way(HeldCall held, Next first, Map<Entity, Next> below) {
    List<CallSite> way = new ArrayList<>();
    way.add(held.at());
    Optional<Entity> callee = first.callee();
    while (callee.isPresent()) {
      Next next = below.get(callee.get());
      if (next == null || next.call().isEmpty()) {
        break;
      }
      way.add(call(next.call().get().entity(), next.callee().orElseThrow()));
      callee = next.callee();
    }
    if (!way.get(way.size() - 1).equals(first.taken().at())) {
      way.add(first.taken().at());
    }
    return way;
  }

  /** Where a function calls another one; where it begins if that is through something else. */
  private CallSite call(Entity caller, Entity callee) {
    CallSite[] found = {new CallSite(caller, model.index().nameOffset(caller))};
    String name = model.program().name(callee);
    for (ControlFlowGraph graph : model.program().graphs(caller)) {
      new ExprWalker() {
        @Override
        protected void onCall(Expr.Call call) {
          if (call.calledName().filter(called -> called.text().equals(name)).isPresent()) {
            found[0] = HeldCall.site(call, caller);
          }
        }
      }.walk(graph);
    }
    return found[0];
  }

  /** What a call with locks held takes, by itself or by what it calls. */
  private Optional<Next> next(HeldCall held, LockClass lock, Map<Entity, Next> below) {
    Optional<Next> own =
        acquisitions.of(held.call(), held.graph(), held.at().entity()).stream()
            .filter(each -> takes(each, lock))
            .map(each -> new Next(each, Optional.of(held.at()), Optional.<Entity>empty()))
            .findFirst();
    if (own.isPresent()) {
      return own;
    }
    String name = held.call().calledName().map(Expr.Name::text).orElse("");
    return name.isEmpty()
        ? Optional.empty()
        : model.aliases().resolveIn(held.at().entity(), name).stream()
            .flatMap(
                callee ->
                    Optional.ofNullable(below.get(callee))
                        .map(n -> new Next(n.taken(), Optional.of(held.at()), Optional.of(callee)))
                        .stream())
            .findFirst();
  }

  private static boolean takes(Acquisition each, LockClass lock) {
    return each.isTaken() && each.lock() instanceof LockRef.Of of && of.lockClass().equals(lock);
  }

  /** The functions that come to take a lock, a few calls up from those that do. */
  private Map<Entity, Next> takers(LockClass lock) {
    Map<Entity, Next> below = new HashMap<>();
    Deque<Entity> pending = new ArrayDeque<>();
    Map<Entity, Integer> depth = new HashMap<>();
    for (Entity reader : model.index().fieldReaders(lock.name())) {
      if (reaching.isOwn(reader) && acquisitions.callsLocks(reader)) {
        acquisitions.in(reader).stream()
            .filter(each -> takes(each, lock))
            .findFirst()
            .ifPresent(
                taken -> {
                  below.put(reader, new Next(taken, Optional.empty(), Optional.empty()));
                  depth.put(reader, 0);
                  pending.add(reader);
                });
      }
    }
    while (!pending.isEmpty()) {
      Entity at = pending.poll();
      int calls = depth.getOrDefault(at, 0);
      Next known = below.get(at);
      if (calls >= MAX_CALLS || known == null) {
        continue;
      }
      for (Entity caller : model.aliases().callers(at)) {
        if (reaching.isOwn(caller) && !below.containsKey(caller)) {
          CallSite call = new CallSite(caller, model.index().nameOffset(caller));
          below.put(caller, new Next(known.taken(), Optional.of(call), Optional.of(at)));
          depth.put(caller, calls + 1);
          pending.add(caller);
        }
      }
    }
    return below;
  }

  /**
   * How reclaim comes to wait for a lock over another one that it waits for itself; the shortest
   * way, empty where none is seen.
   *
   * @param direct how reclaim waits for the locks of {@link #sources}
   */
  Optional<ReclaimWait> over(LockClass lock, Collection<ReclaimWait> direct) {
    for (ReclaimWait wait : direct) {
      Optional<List<Edge>> edges =
          wait.isCutBy(ReclaimWait.Cut.OWN_OBJECT)
              ? Optional.empty()
              : graph.way(asHeld(wait.lock()), lock).filter(way -> way.size() <= MAX_EDGES);
      if (edges.isPresent()) {
        List<ChainStep> steps = new ArrayList<>(wait.steps());
        edges.get().forEach(edge -> steps.addAll(steps(edge, wait.subsystem())));
        List<ReclaimWait.Cut> cuts = new ArrayList<>(wait.cuts());
        cuts.add(ReclaimWait.Cut.BY_ANOTHER);
        Edge last = edges.get().get(edges.get().size() - 1);
        ReclaimWait.Path path = new ReclaimWait.Path(wait.path().root(), steps);
        return Optional.of(
            new ReclaimWait(lock, last.taken().mode(), wait.gate(), wait.subsystem(), cuts, path));
      }
    }
    return Optional.empty();
  }

  private List<ChainStep> steps(Edge edge, String subsystem) {
    List<ChainStep> steps = new ArrayList<>(HoldSteps.of(edge.held(), subsystem, model));
    for (CallSite call : edge.way().subList(0, edge.way().size() - 1)) {
      String word = model.program().textOf(call.entity()).wordAt(call.offset());
      steps.add(new ChainStep(model.place(call), ChainStep.Kind.CALLS, word + "()"));
    }
    LockClass lock = ((LockRef.Of) edge.taken().lock()).lockClass();
    String what = lock.in(subsystem).text() + " for " + edge.taken().mode().word();
    steps.add(new ChainStep(model.place(edge.taken().at()), ChainStep.Kind.WAITS_FOR, what));
    return steps;
  }
}
