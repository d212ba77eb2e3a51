package org.gfpaudit.analyzer.deadlock;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gfpaudit.analyzer.consequence.MappingMasks;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.facts.TaskFlags;
import org.gfpaudit.analyzer.locks.Constants;
import org.gfpaudit.analyzer.locks.HeldCall;
import org.gfpaudit.analyzer.locks.HeldLock;
import org.gfpaudit.analyzer.locks.LockHolders;
import org.gfpaudit.analyzer.locks.LockState;
import org.gfpaudit.analyzer.locks.Unpublished;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.reclaim.Reclaim;
import org.gfpaudit.analyzer.scope.Scopes;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.rules.finding.LockClass;
import org.gfpaudit.rules.knowledge.ReclaimWord;

/**
 * Goes down from a call that is made with a lock held to the allocations it reaches while the lock
 * is still held and no scope keeps reclaim out. The shortest ways come first; a function is entered
 * once for each lock, set of constants, and call that tells the inode. Past {@value #MAX_FUNCTIONS}
 * functions it is cut off.
 */
final class Descent {
  private static final int MAX_FUNCTIONS = 6_000;

  /** How many calls may lie between who takes a lock and the allocation. */
  static final int MAX_DEPTH = 14;

  private final Model model;
  private final Scopes scopes;
  private final Allocations allocations;
  private final Upwards.Reaching reaching;
  private final LockHolders holders;
  private final Leads leads;
  private final Instances instances;
  private final Unreachable unreachable;
  private final Unpublished unpublished;
  private final Unpublished newInodes;
  private final Map<HeldLock, Boolean> ofNew = new HashMap<>();
  private final Map<Key, Reached> found = new LinkedHashMap<>();
  private final Set<Object> seen = new HashSet<>();
  private final Map<Entered, List<Leads.Step>> entered = new HashMap<>();
  private boolean isCutOff;

  Descent(
      Model model,
      Scopes scopes,
      Allocations allocations,
      Upwards.Reaching reaching,
      LockHolders holders,
      Leads leads) {
    this.leads = leads;
    this.model = model;
    this.instances = new Instances(model);
    this.unreachable = new Unreachable(model, instances);
    this.unpublished = new Unpublished(model, Unpublished.Known.TO_NOBODY);
    this.newInodes = new Unpublished(model, Unpublished.Known.WHILE_NEW);
    this.scopes = scopes;
    this.allocations = allocations;
    this.reaching = reaching;
    this.holders = holders;
  }

  /** An allocation that is reached with a lock held. */
  record Reached(HeldLock lock, Way way, Allocation allocation) {}

  /**
   * What tells reached allocations apart: the lock, the last call in the file system, the call that
   * tells the inode, and whether the mapping's mask matters.
   */
  private record Key(LockClass lock, CallSite at, CallSite context, boolean isByConstant) {}

  /** Which locks each inode has. */
  Instances instances() {
    return instances;
  }

  /** Which locks reclaim cannot come to. */
  Unreachable unreachable() {
    return unreachable;
  }

  /** Whether a lock is that of an inode that is still new, so that nobody else takes it. */
  boolean isOfNewInode(HeldLock lock) {
    return instances.isOfEachInode(lock.lock())
        && ofNew.computeIfAbsent(lock, newInodes::isUnpublished);
  }

  private boolean isUnreachable(HeldLock lock) {
    return unreachable.isAlone(lock) || isOfNewInode(lock);
  }

  /** Whether the search came to its bound. */
  boolean isCutOff() {
    return isCutOff;
  }

  /** A function on the way, entered with a lock held. */
  private record Node(
      Entity entity,
      HeldLock lock,
      SortedMap<Integer, Long> constants,
      Optional<Way> way,
      CallSite context) {
    /** What makes entering it again pointless. */
    Object key() {
      return List.of(entity, lock.lock(), constants, context);
    }

    int depth() {
      return way.map(Way::depth).orElse(0);
    }
  }

  /**
   * A function that is entered with a lock.
   *
   * @param lock which the function may give back
   */
  private record Entered(Entity entity, LockClass lock) {}

  /**
   * The allocations that holders reach with a lock held that they have taken, each by one of the
   * shortest ways. Locks that are held for certain come first.
   */
  List<Reached> from(Collection<Entity> takers) {
    Deque<Node> pending = new ArrayDeque<>();
    // Those of which a file system has one each come first: they matter most, should there be a
    // cut. What reclaim cannot come to comes last, for an allocation is told of one way.
    for (boolean isUnreachable : List.of(false, true)) {
      for (boolean isOfEachInode : List.of(false, true)) {
        for (boolean isCertain : List.of(true, false)) {
          Wanted wanted = new Wanted(isCertain, isOfEachInode, isUnreachable);
          takers.forEach(holder -> start(holder, wanted, pending));
          drain(pending);
        }
      }
    }
    return List.copyOf(found.values());
  }

  /** Which of the locks that are held ways are begun with. */
  private record Wanted(boolean isCertain, boolean isOfEachInode, boolean isUnreachable) {}

  /** The allocations that functions reach with a lock held from before, as {@link #from}. */
  List<Reached> below(Collection<Entity> functions, HeldLock lock) {
    found.clear();
    Deque<Node> pending = new ArrayDeque<>();
    for (Entity function : functions) {
      CallSite context = new CallSite(function, model.index().nameOffset(function));
      pending.add(new Node(function, lock, new TreeMap<>(), Optional.empty(), context));
    }
    drain(pending);
    return List.copyOf(found.values());
  }

  private void drain(Deque<Node> pending) {
    while (!pending.isEmpty() && !isCutOff) {
      Node node = pending.poll();
      if (!seen.add(node.key())) {
        continue;
      }
      isCutOff = seen.size() > MAX_FUNCTIONS;
      if (node.depth() + leads.distance(node.entity()) < MAX_DEPTH) {
        visit(node, pending);
      }
    }
  }

  private void start(Entity holder, Wanted wanted, Collection<Node> pending) {
    boolean isMemory = allocations.kind() == Allocations.Kind.MEMORY;
    for (Leads.Step step : leads.steps(holder, holders.calls(holder))) {
      if (isMemory && !isOpenAbove(step.held().at())) {
        continue;
      }
      for (HeldLock lock : step.held().state().held().values()) {
        if (lock.isCertain() == wanted.isCertain()
            && isFollowed(lock.lock())
            && instances.isOfEachInode(lock.lock()) == wanted.isOfEachInode()
            && isUnreachable(lock) == wanted.isUnreachable()
            && !unpublished.isUnpublished(lock)) {
          // What is no page belongs to no inode, so any way will do.
          CallSite context = isMemory ? lock.way().get(0) : step.held().at();
          go(step, new Node(holder, lock, new TreeMap<>(), Optional.empty(), context), pending);
        }
      }
    }
  }

  /** Whether the callers of the function where a way starts let reclaim in, not all in a scope. */
  private boolean isOpenAbove(CallSite first) {
    return scopes
        .inside(first, scopes.entry(first.entity()))
        .filter(TaskFlags.NONE::equals)
        .isPresent();
  }

  /**
   * What is locked without a class of locks is only followed where reclaim waits for it, and a lock
   * that comes with a task scope is none to go down with.
   */
  private boolean isFollowed(LockClass lock) {
    return lock.kind() == LockClass.Kind.PSEUDO
        ? lock.equals(Reclaim.FROZEN)
        : !model.knowledge().reclaim().is(ReclaimWord.Kind.SCOPED_LOCK, lock.name());
  }

  private void visit(Node node, Collection<Node> pending) {
    LockClass lock = node.lock().lock();
    boolean isKept = !holders.mayGive(node.entity(), lock);
    List<Leads.Step> all =
        isKept
            ? leads.steps(node.entity())
            : entered.computeIfAbsent(
                new Entered(node.entity(), lock),
                key ->
                    leads.steps(
                        node.entity(), holders.calls(node.entity(), LockState.of(node.lock()))));
    Map<Integer, Set<Integer>> reachable = new HashMap<>();
    for (Leads.Step step : all) {
      boolean isHeld = isKept || step.held().state().held().containsKey(lock);
      if (isHeld
          && (node.constants().isEmpty()
              || reachable
                  .computeIfAbsent(
                      System.identityHashCode(step.held().graph()),
                      graph -> reachable(node, step.held().graph()))
                  .contains(step.held().at().offset()))) {
        go(step, node, pending);
      }
    }
  }

  /** Goes on from one call, or notes the allocation it is. */
  private void go(Leads.Step step, Node node, Collection<Node> pending) {
    HeldCall held = step.held();
    String name = held.call().calledName().map(Expr.Name::text).orElse("");
    Way way = new Way(node.way(), held.at(), held.call(), held.graph(), 0, name);
    if (step.allocation().isPresent()) {
      if (!isOpen(step.allocation().get(), node, held.graph())) {
        return;
      }
      boolean isByConstant = step.allocation().get().isByConstant();
      Key key = new Key(node.lock().lock(), lastOwn(way).at(), node.context(), isByConstant);
      if (!found.containsKey(key) && isOpenAbove(way.first().at())) {
        found.put(key, new Reached(node.lock(), way, step.allocation().get()));
      }
      return;
    }
    SourceFile file = model.index().fileOf(node.entity());
    SortedMap<Integer, Long> numbers =
        new Constants(model, file, held.graph(), node.constants()).arguments(held.call());
    // What is handed an inode or a mapping can be about any: who hands it tells.
    CallSite context =
        allocations.kind() == Allocations.Kind.PAGE_CACHE
                && reaching.isOwn(node.entity())
                && !isHandedInode(held.graph(), file)
            ? held.at()
            : node.context();
    for (Entity callee : step.direct()) {
      if (way.depth() + leads.distance(callee) < MAX_DEPTH) {
        pending.add(next(node, callee, numbers, way, context));
      }
    }
    for (Entity callee : step.stored()) {
      String called = model.program().name(callee);
      Way through =
          new Way(node.way(), held.at(), held.call(), held.graph(), step.choices(), called);
      pending.add(next(node, callee, numbers, through, context));
    }
  }

  /** Whether no flag that keeps reclaim out can be set with the constants on the way. */
  private boolean isOpen(Allocation allocation, Node node, ControlFlowGraph graph) {
    return allocation.unless().isEmpty()
        || (!node.constants().isEmpty()
            && new Constants(model, model.index().fileOf(node.entity()), graph, node.constants())
                .isNeverNamed(allocation.unless()));
  }

  private static Node next(
      Node node, Entity callee, SortedMap<Integer, Long> constants, Way way, CallSite context) {
    return new Node(callee, node.lock(), constants, Optional.of(way), context);
  }

  private boolean isHandedInode(ControlFlowGraph graph, SourceFile file) {
    return graph.parameters().stream()
        .anyMatch(parameter -> MappingMasks.leadsToMapping(model, parameter.type(), file));
  }

  /** The last call of a way that stands in the file system. */
  Way lastOwn(Way way) {
    List<Way> all = way.all();
    for (int i = all.size() - 1; i >= 0; i--) {
      if (reaching.isOwn(all.get(i).at().entity())) {
        return all.get(i);
      }
    }
    return all.get(0);
  }

  /** Where calls stand that can be made with the constants a function was called with. */
  private Set<Integer> reachable(Node node, ControlFlowGraph graph) {
    SourceFile file = model.index().fileOf(node.entity());
    BitSet blocks = new Constants(model, file, graph, node.constants()).reachable();
    Set<Integer> offsets = new HashSet<>();
    for (int block = blocks.nextSetBit(0); block >= 0; block = blocks.nextSetBit(block + 1)) {
      for (Instruction instruction : graph.blocks().get(block).instructions()) {
        Leads.forEachCall(
            instruction, call -> offsets.add(HeldCall.site(call, node.entity()).offset()));
      }
    }
    return offsets;
  }
}
