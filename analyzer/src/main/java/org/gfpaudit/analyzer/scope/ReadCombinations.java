package org.gfpaudit.analyzer.scope;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gfpaudit.analyzer.facts.TaskFlags;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.grammar.index.Entity;

/**
 * Which combinations of a function's {@code #if} branches were read, as far as they decide what it
 * does to the task flags: the configurations it is read in cover every branch, and not every
 * combination of independent ones. What is said of a call holds only where each configuration that
 * holds the call is like one that was read.
 */
final class ReadCombinations {
  /** Where more conditions decide independently, no combination counts as read. */
  private static final int MAX_CONDITIONS = 6;

  private final Program program;
  private final Entity entity;
  // By the condition of the instructions that change the flags, the graphs that hold one.
  private final Map<PresenceCondition, Set<Integer>> changes = new HashMap<>();
  private final int graphCount;

  private ReadCombinations(Program program, Entity entity, int graphCount) {
    this.program = program;
    this.entity = entity;
    this.graphCount = graphCount;
  }

  /**
   * @param contexts the configurations of {@code entity}, as it was read
   */
  static ReadCombinations of(Program program, Entity entity, List<ScopeContext> contexts) {
    ReadCombinations combinations = new ReadCombinations(program, entity, contexts.size());
    if (contexts.size() > 1) {
      Map<Integer, Set<Integer>> graphsOf = new TreeMap<>();
      for (int i = 0; i < contexts.size(); i++) {
        for (int offset : changes(contexts.get(i))) {
          graphsOf.computeIfAbsent(offset, o -> new TreeSet<>()).add(i);
        }
      }
      graphsOf.forEach(
          (offset, graphs) ->
              combinations
                  .changes
                  .computeIfAbsent(program.condition(entity, offset), c -> new TreeSet<>())
                  .addAll(graphs));
    }
    return combinations;
  }

  /** Where a configuration changes the flags. */
  private static Set<Integer> changes(ScopeContext context) {
    ScopeTransfer transfer = new ScopeTransfer(context, TaskFlags.NONE);
    Set<Integer> offsets = new TreeSet<>();
    ExprWalker walker =
        new ExprWalker() {
          @Override
          protected void onCall(Expr.Call call) {
            if (transfer.changesFlags(call)) {
              offsets.add(call.span().start());
            }
          }

          @Override
          protected void onAssign(Expr.Assign assign) {
            if (transfer.changesFlags(assign)) {
              offsets.add(assign.span().start());
            }
          }
        };
    for (BasicBlock block : context.graph().blocks()) {
      block.instructions().forEach(walker::walk);
    }
    return offsets;
  }

  /** Whether every combination was read in which the function is there at all. */
  boolean areAllRead() {
    Set<Integer> all = new TreeSet<>();
    for (int i = 0; i < graphCount; i++) {
      all.add(i);
    }
    return changes.isEmpty() || areRead(program.index().condition(entity), all);
  }

  /**
   * Whether every combination was read that holds a call.
   *
   * @param offset of the call's name or field
   * @param graphs those that hold it
   */
  boolean areReadAt(int offset, Set<Integer> graphs) {
    return changes.isEmpty() || areRead(program.condition(entity, offset), graphs);
  }

  private boolean areRead(PresenceCondition condition, Set<Integer> graphs) {
    List<PresenceCondition> open = new ArrayList<>();
    for (PresenceCondition change : changes.keySet()) {
      if (!condition.implies(change) && condition.and(change).isSatisfiable()) {
        open.add(change);
      }
    }
    if (open.size() > MAX_CONDITIONS) {
      return false;
    }
    for (int choice = 0; choice < 1 << open.size(); choice++) {
      PresenceCondition combination = condition;
      for (int i = 0; i < open.size(); i++) {
        PresenceCondition change = open.get(i);
        combination = combination.and((choice >> i & 1) != 0 ? change : change.not());
      }
      if (combination.isSatisfiable() && !isRead(open, choice, graphs)) {
        return false;
      }
    }
    return true;
  }

  private boolean isRead(List<PresenceCondition> open, int choice, Set<Integer> graphs) {
    for (int graph : graphs) {
      boolean isThis = true;
      for (int i = 0; i < open.size(); i++) {
        boolean holds = changes.getOrDefault(open.get(i), Set.of()).contains(graph);
        isThis &= holds == ((choice >> i & 1) != 0);
      }
      if (isThis) {
        return true;
      }
    }
    return false;
  }
}
