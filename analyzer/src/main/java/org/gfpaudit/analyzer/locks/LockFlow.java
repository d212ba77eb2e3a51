package org.gfpaudit.analyzer.locks;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.Cleanup;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.lower.StateWalker;
import org.gfpaudit.analyzer.solver.FlowProblem;
import org.gfpaudit.analyzer.solver.ForwardSolver;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.rules.finding.LockClass;

/**
 * Which locks are certainly held, forward through one configuration of one function: the meet over
 * all paths. A called function that takes a lock is taken to have succeeded, until both outcomes
 * meet.
 */
final class LockFlow implements FlowProblem<LockState> {
  private final LockHolders holders;
  private final ControlFlowGraph graph;
  private final Entity entity;
  private final LockState entry;
  private final Constants constants;
  private final Outcomes outcomes;
  private final IdentityHashMap<Instruction, Boolean> effective = new IdentityHashMap<>();

  /**
   * @param constants what the parameters are that are known
   */
  LockFlow(
      LockHolders holders,
      ControlFlowGraph graph,
      Entity entity,
      LockState entry,
      Constants constants) {
    this.holders = holders;
    this.constants = constants;
    this.graph = graph;
    this.entity = entity;
    this.entry = entry;
    this.outcomes = holders.outcomes(graph, entity, constants);
  }

  /** Tells {@code seen} of each call that some path reaches what holds just before it. */
  NetLocks run(BiConsumer<Expr.Call, LockState> seen) {
    if (entry.held().isEmpty() && !doesAnything()) {
      return NetLocks.NONE; // Most functions are such ones.
    }
    List<Optional<LockState>> states = ForwardSolver.solve(graph, this);
    List<LockState> returns = new ArrayList<>();
    List<LockState> failures = new ArrayList<>();
    boolean isCertain = true;
    BitSet nested = nested();
    for (int block = 0; block < states.size(); block++) {
      if (states.get(block).filter(state -> !state.isNever()).isEmpty()) {
        continue;
      }
      LockState state = states.get(block).get();
      for (Instruction instruction : graph.blocks().get(block).instructions()) {
        Walk walk = new Walk(state, seen);
        walk.run(instruction);
        state = walk.current();
        if (instruction instanceof Instruction.Return result) {
          LockState left = leaving(graph.blocks().get(block), state);
          if (result.value() instanceof Expr.Name name && graph.variable(name).isPresent()) {
            for (HeldLock lock : state.outcome(graph.variable(name).get())) {
              left = left.taking(lock);
            }
          }
          boolean isFailure = outcomes.isFailure(result.value(), graph);
          isCertain &= isFailure || !left.held().isEmpty() || nested.get(block);
          (outcomes.isCertainFailure(result.value(), state) ? failures : returns).add(left);
        }
      }
    }
    if (returns.isEmpty() && failures.isEmpty()) {
      states.get(graph.exit()).filter(state -> !state.isNever()).ifPresent(returns::add);
    }
    return net(returns, failures, isCertain);
  }

  /** Whether some call takes a lock or gives one back, also at the end of its block. */
  private boolean doesAnything() {
    for (BasicBlock block : graph.blocks()) {
      if (!block.held().isEmpty()) {
        return true;
      }
      for (Instruction instruction : block.instructions()) {
        if (isEffective(instruction)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The blocks where the task is in a transaction already, whose locks it has from before. */
  private BitSet nested() {
    BitSet nested = new BitSet();
    for (BasicBlock block : graph.blocks()) {
      if (block.successors().length == 2
          && block.condition().filter(outcomes::asksTransaction).isPresent()) {
        nested.set(block.successors()[0]);
      }
    }
    return nested;
  }

  private LockState leaving(BasicBlock block, LockState state) {
    LockState left = state;
    for (Cleanup cleanup : block.cleanedUpBefore(new BasicBlock(List.of(), new int[0]))) {
      left = afterCleanup(cleanup, left);
    }
    return left;
  }

  /**
   * What is left behind. A lock that only failures return with was forgotten there, and whoever
   * goes on does not have it; where nothing but failures is told apart, they are what there is.
   */
  private NetLocks net(List<LockState> returns, List<LockState> failures, boolean isCertain) {
    SortedMap<LockClass, HeldLock> taken = new TreeMap<>();
    SortedSet<LockClass> given = new TreeSet<>();
    for (LockState state : returns.isEmpty() ? failures : returns) {
      state.held().forEach((lock, held) -> taken.putIfAbsent(lock, held));
    }
    returns.forEach(state -> given.addAll(state.given()));
    failures.forEach(state -> given.addAll(state.given()));
    taken.keySet().removeAll(entry.held().keySet());
    return new NetLocks(
        taken.values().stream().map(held -> isCertain ? held : held.uncertain()).toList(), given);
  }

  @Override
  public LockState entryState() {
    return entry;
  }

  @Override
  public LockState join(LockState left, LockState right) {
    return left.join(right);
  }

  @Override
  public LockState widen(LockState before, LockState after) {
    return before.join(after);
  }

  @Override
  public LockState onEdge(LockState state, BasicBlock block, int successor) {
    if (state.isNever() || !constants.isTaken(block, successor)) {
      return LockState.NEVER;
    }
    LockState after =
        block.condition().isPresent() && block.successors().length == 2
            ? outcomes.given(block.condition().get(), successor == 0, state)
            : state;
    BasicBlock next = graph.blocks().get(block.successors()[successor]);
    for (Cleanup cleanup : block.cleanedUpBefore(next)) {
      after = afterCleanup(cleanup, after);
    }
    return after;
  }

  private LockState afterCleanup(Cleanup cleanup, LockState state) {
    if (!(cleanup instanceof Cleanup.OfGuard guard)) {
      return state;
    }
    LockState after = state;
    for (Acquisition taken : holders.guarded(guard.call(), graph, entity)) {
      if (taken.lock() instanceof LockRef.Of of) {
        after = after.giving(of.lockClass());
      }
    }
    return after;
  }

  @Override
  public boolean matters(Instruction instruction) {
    return instruction instanceof Instruction.Initialize
        || holders.looked(instruction).isAssigning()
        || isEffective(instruction);
  }

  @Override
  public LockState apply(LockState state, Instruction instruction) {
    if (state.isNever()) {
      return state;
    }
    Walk walk = new Walk(state, (call, before) -> {});
    walk.run(instruction);
    return walk.current();
  }

  /** Whether some call takes a lock or gives one back. */
  private boolean isEffective(Instruction instruction) {
    Boolean known = effective.get(instruction);
    if (known == null) {
      known =
          holders.looked(instruction).calls().stream().anyMatch(call -> !effects(call).isNone());
      effective.put(instruction, known);
    }
    return known;
  }

  private NetLocks effects(Expr.Call call) {
    return holders.effects(call, graph, entity, constants);
  }

  private final class Walk extends StateWalker<LockState> {
    private final BiConsumer<Expr.Call, LockState> seen;

    Walk(LockState state, BiConsumer<Expr.Call, LockState> seen) {
      super(state, LockState::join);
      this.seen = seen;
    }

    void run(Instruction instruction) {
      walk(instruction);
      if (instruction instanceof Instruction.Initialize initialize) {
        become(outcomes.assigned(initialize.variable(), initialize.value(), current()));
      }
    }

    @Override
    protected void onConditional(Expr.Conditional conditional) {
      only(constants.decided(conditional.condition()));
    }

    @Override
    protected void onAssign(Expr.Assign assign) {
      if (assign.target() instanceof Expr.Name name && graph.variable(name).isPresent()) {
        become(outcomes.assigned(graph.variable(name).get(), assign.value(), current()));
      }
    }

    @Override
    protected void onCall(Expr.Call call) {
      seen.accept(call, current());
      NetLocks effects = effects(call);
      for (LockClass lock : effects.given()) {
        become(current().giving(lock));
      }
      for (HeldLock lock : effects.taken()) {
        become(current().taking(lock));
      }
    }
  }
}
