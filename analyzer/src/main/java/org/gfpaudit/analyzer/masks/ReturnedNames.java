package org.gfpaudit.analyzer.masks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.grammar.index.Entity;

/** Functions that return nothing but names of their file: of functions, or of variables. */
final class ReturnedNames {
  private ReturnedNames() {}

  /**
   * The names at file scope that {@code function} returns; empty where it can return something
   * else.
   *
   * @param mustBeAddress whether only {@code &name} is meant, and not {@code name}
   */
  static Optional<List<Expr.Name>> of(Entity function, boolean mustBeAddress, Program program) {
    List<Expr.Name> names = new ArrayList<>();
    for (ControlFlowGraph graph : program.graphs(function)) {
      for (BasicBlock block : graph.blocks()) {
        for (Instruction instruction : block.instructions()) {
          if (instruction instanceof Instruction.Return result) {
            Optional<Expr.Name> name =
                named(result.value(), mustBeAddress).filter(each -> graph.variable(each).isEmpty());
            if (name.isEmpty()) {
              return Optional.empty();
            }
            names.add(name.get());
          } else if (instruction instanceof Instruction.Unread) {
            return Optional.empty();
          }
        }
      }
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(names);
  }

  /** The functions that a call by name can be of; none where it goes through a variable. */
  static List<Entity> givers(Expr.Call call, FlowContext context) {
    return call.calledName()
        .filter(name -> context.graph().variable(name).isEmpty())
        .map(name -> context.callees().resolve(context.entity(), name.text()))
        .orElse(List.of());
  }

  private static Optional<Expr.Name> named(Expr value, boolean mustBeAddress) {
    Expr plain = Places.plain(value);
    boolean isAddress =
        plain instanceof Expr.Unary unary && unary.operator() == UnaryOperator.ADDRESS;
    if (mustBeAddress && !isAddress) {
      return Optional.empty();
    }
    Expr named = plain instanceof Expr.Unary unary && isAddress ? unary.operand() : plain;
    return Places.plain(named) instanceof Expr.Name name ? Optional.of(name) : Optional.empty();
  }
}
