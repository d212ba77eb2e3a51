package org.gfpaudit.analyzer.reclaim;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.lower.Conditions;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.rules.finding.ChainStep;

/**
 * A call in a function or macro.
 *
 * @param offset of the called name, or of the field it goes through
 * @param conditions what holds at the blocks of the graph
 * @param block that it stands in
 */
record Site(
    Entity entity,
    ControlFlowGraph graph,
    Expr.Call call,
    int offset,
    Conditions conditions,
    int block) {

  /** What holds where it stands. */
  List<Conditions.Known> known() {
    return conditions.at(block);
  }

  /** Whether it can be come to again from itself. */
  boolean isInLoop() {
    BitSet seen = new BitSet();
    Deque<Integer> pending = new ArrayDeque<>(List.of(block));
    while (!pending.isEmpty()) {
      for (int next : graph.blocks().get(pending.poll()).successors()) {
        if (next == block) {
          return true;
        }
        if (!seen.get(next)) {
          seen.set(next);
          pending.add(next);
        }
      }
    }
    return false;
  }

  /** How what it runs is called. */
  ChainStep.Kind kind() {
    return name().isPresent() ? ChainStep.Kind.CALLS : ChainStep.Kind.CALLS_THROUGH;
  }

  Optional<String> name() {
    return call.calledName().map(Expr.Name::text);
  }

  // By hand: what a site is made of is large, and where it stands tells it.
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Site that && offset == that.offset && entity.equals(that.entity));
  }

  @Override
  public int hashCode() {
    return entity.hashCode() * 31 + offset;
  }

  List<Expr> arguments() {
    return call.arguments();
  }
}
