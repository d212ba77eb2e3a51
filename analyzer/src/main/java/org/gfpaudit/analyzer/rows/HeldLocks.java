package org.gfpaudit.analyzer.rows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ObjIntConsumer;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.solver.FlowProblem;
import org.gfpaudit.analyzer.solver.ForwardSolver;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.rules.knowledge.EvidenceTables;
import org.gfpaudit.rules.knowledge.Lock;

/**
 * The locks that a function certainly holds at a call, as far as it takes them itself: forward
 * through one configuration, the meet over all paths. Two locks are one where their first arguments
 * are written alike.
 */
public final class HeldLocks implements FlowProblem<SortedSet<HeldLocks.Held>> {

  /**
   * A lock that is held.
   *
   * @param give the function that gives it back
   * @param lock the argument, as written
   * @param take the function that took it
   * @param offset of the name of that function
   */
  public record Held(String give, String lock, String take, int offset)
      implements Comparable<Held> {
    @Override
    public int compareTo(Held other) {
      int byOffset = Integer.compare(offset, other.offset);
      return byOffset != 0 ? byOffset : lock.compareTo(other.lock);
    }
  }

  private final EvidenceTables tables;
  private final SourceText text;

  private HeldLocks(EvidenceTables tables, SourceText text) {
    this.tables = tables;
    this.text = text;
  }

  /**
   * The locks held just before each call that can be reached, by the offset of what is called; at
   * the first of those that stand at the same offset.
   */
  public static Map<Integer, List<Held>> in(
      ControlFlowGraph graph, SourceText text, EvidenceTables tables) {
    HeldLocks problem = new HeldLocks(tables, text);
    List<Optional<SortedSet<Held>>> states = ForwardSolver.solve(graph, problem);
    Map<Integer, List<Held>> atCalls = new HashMap<>();
    for (int block = 0; block < states.size(); block++) {
      if (states.get(block).isPresent()) {
        Walk walk =
            problem
            .new Walk(
                states.get(block).get(),
                (held, offset) -> atCalls.putIfAbsent(offset, List.copyOf(held)));
        graph.blocks().get(block).instructions().forEach(walk::walk);
      }
    }
    return atCalls;
  }

  @Override
  public SortedSet<Held> entryState() {
    return new TreeSet<>();
  }

  @Override
  public SortedSet<Held> join(SortedSet<Held> left, SortedSet<Held> right) {
    SortedSet<Held> both = new TreeSet<>(left);
    both.retainAll(right);
    return both;
  }

  @Override
  public SortedSet<Held> widen(SortedSet<Held> before, SortedSet<Held> after) {
    return join(before, after);
  }

  @Override
  public SortedSet<Held> apply(SortedSet<Held> state, Instruction instruction) {
    Walk walk = new Walk(state, (held, offset) -> {});
    walk.walk(instruction);
    return walk.current;
  }

  private final class Walk extends ExprWalker {
    private final SortedSet<Held> current;
    private final ObjIntConsumer<SortedSet<Held>> atCall;

    /**
     * @param atCall looks at what is held before each call, by the offset of what is called
     */
    Walk(SortedSet<Held> state, ObjIntConsumer<SortedSet<Held>> atCall) {
      this.current = new TreeSet<>(state);
      this.atCall = atCall;
    }

    @Override
    protected void onCall(Expr.Call call) {
      int offset = call.callee().span().start();
      atCall.accept(current, offset);
      Optional<Expr.Name> name = call.calledName();
      if (name.isEmpty() || call.arguments().isEmpty()) {
        return;
      }
      String lock = text.textOnOneLine(call.arguments().get(0).span());
      tables
          .taken(name.get().text())
          .filter(taken -> taken.kind() != Lock.Kind.SUPER_BLOCK)
          .ifPresent(taken -> current.add(new Held(taken.give(), lock, taken.take(), offset)));
      if (tables.isGiver(name.get().text())) {
        current.removeIf(held -> held.give().equals(name.get().text()) && held.lock().equals(lock));
      }
    }
  }
}
