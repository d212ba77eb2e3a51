package org.gfpaudit.analyzer.lower;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.grammar.ast.Expr;

/** Variables of a function that hold one value from their declaration to their end. */
public final class ConstantVariables extends ExprWalker {
  private final ControlFlowGraph graph;
  private final Set<LocalVariable> changed = new HashSet<>();
  private final List<Instruction.Initialize> declared = new ArrayList<>();

  private ConstantVariables(ControlFlowGraph graph) {
    this.graph = graph;
  }

  /** Those of a function. */
  public static ConstantVariables of(ControlFlowGraph graph) {
    ConstantVariables found = new ConstantVariables(graph);
    for (BasicBlock block : graph.blocks()) {
      for (Instruction instruction : block.instructions()) {
        found.walk(instruction);
        if (instruction instanceof Instruction.Initialize initialize) {
          found.declared.add(initialize);
        } else if (instruction instanceof Instruction.Clobber clobber) {
          found.changed.add(clobber.variable());
        } else if (instruction instanceof Instruction.Unread) {
          found.changed.addAll(graph.names().values());
        }
      }
    }
    return found;
  }

  /** Whether an expression is a number that can be told, {@code NULL} and {@code true} as well. */
  public static boolean isConstant(Expr expression) {
    return IntegerRange.of(expression).isPresent();
  }

  /** Whether a parameter is all the time what was handed in. */
  public boolean isUnchanged(LocalVariable parameter) {
    return parameter.isParameter() && !changed.contains(parameter);
  }

  /** The constant that a variable holds wherever it is read. */
  public Optional<Expr> value(LocalVariable variable) {
    if (variable.isParameter() || variable.isStatic() || changed.contains(variable)) {
      return Optional.empty();
    }
    List<Expr> values =
        declared.stream()
            .filter(initialize -> initialize.variable().equals(variable))
            .map(Instruction.Initialize::value)
            .toList();
    return values.size() == 1 && isConstant(values.get(0))
        ? Optional.of(values.get(0))
        : Optional.empty();
  }

  private void change(Expr expression) {
    Expr base = expression;
    while (base instanceof Expr.Cast cast) {
      base = cast.operand();
    }
    if (base instanceof Expr.Name name) {
      graph.variable(name).ifPresent(changed::add);
    }
  }

  @Override
  protected void onAssign(Expr.Assign assign) {
    change(assign.target());
  }

  @Override
  protected void onIncrement(Expr operand) {
    change(operand);
  }

  @Override
  protected void onAddress(Expr operand) {
    change(operand);
  }

  @Override
  protected void onOpaque(Expr.Opaque opaque) {
    changed.addAll(graph.names().values());
  }
}
