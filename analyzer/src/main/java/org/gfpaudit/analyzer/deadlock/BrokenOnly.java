package org.gfpaudit.analyzer.deadlock;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.gfpaudit.analyzer.locks.HeldCall;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.Conditions;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.rules.knowledge.Idiom;
import org.gfpaudit.rules.knowledge.ReclaimTables;
import org.gfpaudit.rules.knowledge.ReclaimWord;

/**
 * Which calls are only made for a file system that is broken and was taken out of use: its
 * functions for that, what stands behind them, and what stands behind a test that asks whether it
 * was. Such a file system is left alone, on this side as on that of reclaim. For one thread.
 */
final class BrokenOnly {
  private final Model model;
  private final ReclaimTables words;
  private final IdentityHashMap<ControlFlowGraph, Set<Expr.Call>> broken = new IdentityHashMap<>();

  BrokenOnly(Model model) {
    this.model = model;
    this.words = model.knowledge().reclaim();
  }

  /** Whether a call is only made for a broken file system. */
  boolean holds(HeldCall held) {
    return is(ReclaimWord.Kind.FAILURE, held.call())
        || is(ReclaimWord.Kind.SHUTS_DOWN, held.call())
        || broken.computeIfAbsent(held.graph(), this::find).contains(held.call());
  }

  private boolean is(ReclaimWord.Kind kind, Expr.Call call) {
    return call.calledName().filter(name -> words.is(kind, name.text())).isPresent();
  }

  /** The calls that some way comes to, but none of a file system that is in use. */
  private Set<Expr.Call> find(ControlFlowGraph graph) {
    if (graph.blocks().stream().noneMatch(this::isEnd)) {
      return Set.of(); // Most functions ask for nothing of that.
    }
    Set<Expr.Call> only = reached(graph, /* isInUse= */ false);
    only.removeAll(reached(graph, /* isInUse= */ true));
    return only;
  }

  /** Whether a way of a file system that is in use can end in a block. */
  private boolean isEnd(BasicBlock block) {
    return block.instructions().stream().anyMatch(this::shutsDown)
        || saysBroken(block, 0)
        || saysBroken(block, 1);
  }

  /** The calls on the ways from the entry, all or those of a file system that is in use. */
  private Set<Expr.Call> reached(ControlFlowGraph graph, boolean isInUse) {
    Set<Expr.Call> calls = Collections.newSetFromMap(new IdentityHashMap<>());
    BitSet reached = new BitSet();
    Deque<Integer> pending = new ArrayDeque<>(List.of(0));
    reached.set(0);
    while (!pending.isEmpty()) {
      BasicBlock block = graph.blocks().get(pending.poll());
      boolean isShutDown = false;
      for (Instruction instruction : block.instructions()) {
        if (!isShutDown) {
          Leads.forEachCall(instruction, calls::add);
          isShutDown = isInUse && shutsDown(instruction);
        }
      }
      for (int way = 0; way < block.successors().length && !isShutDown; way++) {
        int next = block.successors()[way];
        if (!(isInUse && saysBroken(block, way)) && !reached.get(next)) {
          reached.set(next);
          pending.add(next);
        }
      }
    }
    return calls;
  }

  /** Whether an instruction takes a file system out of use for good, whatever holds. */
  private boolean shutsDown(Instruction instruction) {
    return instruction instanceof Instruction.Evaluate evaluate
        && evaluate.expression() instanceof Expr.Call call
        && is(ReclaimWord.Kind.SHUTS_DOWN, call);
  }

  private boolean saysBroken(BasicBlock block, int way) {
    return block.successors().length == 2
        && block.condition().filter(each -> saysBroken(each, way == 0)).isPresent();
  }

  /** Whether a condition that is true, or is not, says that a file system is broken. */
  private boolean saysBroken(Expr condition, boolean truth) {
    return Conditions.says(
        condition, truth, (leaf, isTrue) -> leaf instanceof Expr.Call call && isTold(call, isTrue));
  }

  /** Whether a call that answers so says that a file system is broken. */
  private boolean isTold(Expr.Call call, boolean truth) {
    String name = call.calledName().map(Expr.Name::text).orElse("");
    if (model.knowledge().isIdiom(Idiom.Kind.CONDITION, name) && !call.arguments().isEmpty()) {
      return saysBroken(call.arguments().get(0), truth);
    }
    return truth
        && (words.is(ReclaimWord.Kind.ASKS_SHUTDOWN, name)
            || call.arguments().stream().anyMatch(this::isFailureFlag));
  }

  /** {@code test_bit(POND_BROKEN, &pond->flags)}. */
  private boolean isFailureFlag(Expr argument) {
    return argument instanceof Expr.Name name
        && words.is(ReclaimWord.Kind.FAILURE_FLAG, name.text());
  }
}
