package org.gfpaudit.analyzer.deadlock;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.facts.TaskFlags;
import org.gfpaudit.analyzer.locks.HeldCall;
import org.gfpaudit.analyzer.locks.LockState;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.scope.Scopes;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;

/**
 * The functions that lead to an allocation which lets reclaim in, whatever is held: of those that
 * reach one by the names they call, the ones that come to it by a call that no scope and no
 * mapping's mask closes. Locks are looked for in these alone, for they are few. For one thread.
 */
final class Leads {
  private final Model model;
  private final Scopes scopes;
  private final Allocations allocations;
  private final Upwards.Reaching reaching;
  private final Entries entries;
  private final int maxCalls;
  private final BrokenOnly broken;

  /** Whether all that reaches an allocation counts: nearly everything comes to ask for memory. */
  private final boolean isAll;

  private final Map<Entity, List<Step>> reachingSteps = new HashMap<>();
  private final Map<Entity, List<Step>> leadingSteps = new HashMap<>();
  private final Map<CallSite, Boolean> passed = new HashMap<>();
  private final Map<String, Boolean> names = new HashMap<>();
  private final Map<Entity, Integer> distances = new HashMap<>();

  /**
   * What a function does in a call that can lead on.
   *
   * @param direct what is called by name
   * @param stored what is called through a table
   * @param choices how many functions the table can mean
   */
  record Step(
      HeldCall held,
      Optional<Allocation> allocation,
      List<Entity> direct,
      List<Entity> stored,
      int choices) {}

  /**
   * @param maxCalls how many calls may lie between a function and an allocation
   */
  Leads(
      Model model,
      Scopes scopes,
      Allocations allocations,
      Upwards.Reaching reaching,
      Entries entries,
      int maxCalls) {
    this.maxCalls = maxCalls;
    this.broken = new BrokenOnly(model);
    this.model = model;
    this.scopes = scopes;
    this.allocations = allocations;
    this.reaching = reaching;
    this.entries = entries;
    this.isAll = allocations.kind() == Allocations.Kind.MEMORY;
    if (!isAll) {
      climb();
    }
  }

  /** Whether a function leads to such an allocation. */
  boolean leads(Entity entity) {
    return isAll ? reaching.reaches(entity) : distances.containsKey(entity);
  }

  /** How many calls lie between a function that leads to such an allocation and the nearest one. */
  int distance(Entity entity) {
    return isAll ? 0 : distances.getOrDefault(entity, maxCalls);
  }

  /** The functions of the file system that do, in order. */
  NavigableSet<Entity> own() {
    NavigableSet<Entity> own = new TreeSet<>(isAll ? reaching.own() : distances.keySet());
    own.removeIf(entity -> !reaching.isOwn(entity));
    return own;
  }

  /** The steps of a function that lead on, where it does not matter what is held. */
  List<Step> steps(Entity entity) {
    List<Step> known = leadingSteps.get(entity);
    if (known == null) {
      known = leading(entity, all(entity));
      leadingSteps.put(entity, known);
    }
    return known;
  }

  /** Those of some calls of a function that lead on. */
  List<Step> steps(Entity entity, Collection<HeldCall> calls) {
    return leading(entity, all(entity, calls));
  }

  private List<Step> leading(Entity entity, List<Step> all) {
    List<Step> leadingOn = new ArrayList<>();
    for (Step step : all) {
      List<Entity> direct = step.direct().stream().filter(this::leads).toList();
      List<Entity> stored = step.stored().stream().filter(this::leads).toList();
      boolean isOn = step.allocation().isPresent() || !direct.isEmpty() || !stored.isEmpty();
      if (isOn && isPassed(entity, step)) {
        leadingOn.add(new Step(step.held(), step.allocation(), direct, stored, step.choices()));
      }
    }
    return leadingOn;
  }

  private List<Step> all(Entity entity) {
    List<Step> known = reachingSteps.get(entity);
    if (known == null) {
      known = all(entity, calls(entity));
      reachingSteps.put(entity, known);
    }
    return known;
  }

  private List<Step> all(Entity entity, Collection<HeldCall> calls) {
    List<Step> found = new ArrayList<>();
    for (HeldCall held : calls) {
      Optional<Allocation> allocation = allocations.at(held.at());
      List<Entity> direct =
          allocation.isPresent()
              ? List.of()
              : held.call().calledName().map(name -> direct(entity, name.text())).orElse(List.of());
      List<Entity> stored =
          held.call().callee() instanceof Expr.Member member && !reaching.isOwn(entity)
              ? reaching.stored(member.field()).stream().sorted().toList()
              : List.of();
      if (allocation.isPresent() || !direct.isEmpty() || !stored.isEmpty()) {
        found.add(new Step(held, allocation, direct, stored, stored.size()));
      }
    }
    return found;
  }

  private List<Entity> direct(Entity caller, String name) {
    return names.computeIfAbsent(name, this::mayMeanReaching)
        ? model.aliases().resolveIn(caller, name).stream().filter(reaching::reaches).toList()
        : List.of();
  }

  /** Whether a name is that of a function that reaches one, or another name for something. */
  private boolean mayMeanReaching(String name) {
    for (Entity entity : model.index().definitions(name)) {
      EntityKind kind = model.index().kind(entity);
      if (kind == EntityKind.OBJECT_MACRO
          || kind == EntityKind.FUNCTION_MACRO
          || reaching.reaches(entity)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a call lets reclaim in as far as scopes and the mapping's mask tell. */
  private boolean isPassed(Entity entity, Step step) {
    Boolean known = passed.get(step.held().at());
    if (known == null) {
      known = isOpen(entity, step) && isOutside(step.held());
      passed.put(step.held().at(), known);
    }
    return known;
  }

  private boolean isOpen(Entity entity, Step step) {
    HeldCall held = step.held();
    boolean isEntry =
        reaching.isOwn(entity)
            && (step.allocation().isPresent()
                || step.direct().stream().anyMatch(each -> !reaching.isOwn(each)));
    return !isEntry || entries.isOpen(held.at(), held.call(), held.graph());
  }

  private boolean isOutside(HeldCall held) {
    Optional<TaskFlags> flags = scopes.inside(held.at(), TaskFlags.NONE);
    if (flags.isEmpty() || !flags.get().equals(TaskFlags.NONE)) {
      return false; // Either flag keeps reclaim out of the file system.
    }
    return !broken.holds(held);
  }

  /**
   * Goes up from the allocations, by the calls that are passed; callers are read when something
   * they may call is found to lead on.
   */
  private void climb() {
    Deque<Entity> pending = new ArrayDeque<>();
    for (Entity entity : allocations.functions()) {
      if (reaching.reaches(entity)
          && all(entity).stream()
              .anyMatch(step -> step.allocation().isPresent() && isPassed(entity, step))) {
        distances.put(entity, 0);
        pending.add(entity);
      }
    }
    while (!pending.isEmpty()) {
      Entity entity = pending.poll();
      int calls = distances.getOrDefault(entity, 0) + 1;
      if (calls > maxCalls) {
        break; // What is nearer was polled before.
      }
      for (Entity caller : reaching.callers(entity)) {
        if (!distances.containsKey(caller) && callsOpenly(caller, entity)) {
          distances.put(caller, calls);
          pending.add(caller);
        }
      }
    }
  }

  private boolean callsOpenly(Entity caller, Entity callee) {
    return all(caller).stream()
        .anyMatch(
            step ->
                (step.direct().contains(callee) || step.stored().contains(callee))
                    && isPassed(caller, step));
  }

  private List<HeldCall> calls(Entity entity) {
    List<HeldCall> calls = new ArrayList<>();
    for (ControlFlowGraph graph : model.program().graphs(entity)) {
      for (BasicBlock block : graph.blocks()) {
        for (Instruction instruction : block.instructions()) {
          forEachCall(
              instruction,
              call ->
                  calls.add(
                      new HeldCall(HeldCall.site(call, entity), call, graph, LockState.NONE)));
        }
      }
    }
    return calls;
  }

  /** Tells of each call in an instruction. */
  static void forEachCall(Instruction instruction, Consumer<Expr.Call> calls) {
    new ExprWalker() {
      @Override
      protected void onCall(Expr.Call call) {
        calls.accept(call);
      }
    }.walk(instruction);
  }
}
