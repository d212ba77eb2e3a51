package org.gfpaudit.analyzer.locks;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;

/** The parameters by which functions, or those they hand them to, choose which locks they take. */
final class Steering {
  private final Model model;
  private final Acquisitions acquisitions;
  private final Predicate<Entity> isAsked;
  private final Map<Entity, Set<Integer>> known = new HashMap<>();

  /**
   * @param isAsked which functions are looked into
   */
  Steering(Model model, Acquisitions acquisitions, Predicate<Entity> isAsked) {
    this.model = model;
    this.acquisitions = acquisitions;
    this.isAsked = isAsked;
  }

  /** The indices of a function's parameters that do so; none for most. */
  Set<Integer> parameters(Entity callee) {
    Set<Integer> before = known.get(callee);
    if (before != null) {
      return before;
    }
    known.put(callee, Set.of()); // Recursion ends here.
    Set<Integer> found = new TreeSet<>();
    for (ControlFlowGraph graph : model.program().graphs(callee)) {
      if (graph.parameters().stream().anyMatch(Steering::isNumber)) {
        find(callee, graph, found);
      }
    }
    known.put(callee, found);
    return found;
  }

  private static boolean isNumber(LocalVariable parameter) {
    return parameter.type().pointerDepth() == 0 && !parameter.type().name().startsWith("struct ");
  }

  private void find(Entity callee, ControlFlowGraph graph, Set<Integer> found) {
    ExprWalker names =
        new ExprWalker() {
          @Override
          protected void onName(Expr.Name name) {
            graph
                .variable(name)
                .filter(variable -> variable.isParameter() && isNumber(variable))
                .ifPresent(variable -> found.add(variable.parameterIndex()));
          }
        };
    if (acquisitions.callsLocks(callee)) {
      graph.blocks().forEach(block -> block.condition().ifPresent(names::walk));
    }
    new ExprWalker() {
      @Override
      protected void onCall(Expr.Call call) {
        for (int i = 0; i < call.arguments().size(); i++) {
          Expr argument = call.arguments().get(i);
          if (argument instanceof Expr.Name name
              && graph.variable(name).filter(LocalVariable::isParameter).isPresent()
              && isSteered(callee, call, i)) {
            names.walk(argument);
          }
        }
      }
    }.walk(graph);
  }

  private boolean isSteered(Entity caller, Expr.Call call, int argument) {
    String name = call.calledName().map(Expr.Name::text).orElse("");
    return !name.isEmpty()
        && model.aliases().resolveIn(caller, name).stream()
            .filter(isAsked)
            .anyMatch(inner -> parameters(inner).contains(argument));
  }
}
