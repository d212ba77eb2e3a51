package org.gfpaudit.analyzer.masks;

import java.util.Optional;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.rules.knowledge.Knowledge;

/**
 * Whether a function keeps an object that it made to itself: it is put in one variable, of which
 * nothing is done but to test it, to set its fields and to ask for the mask of its mapping.
 */
final class PrivateObject extends ExprWalker {
  private final ControlFlowGraph graph;
  private final Knowledge knowledge;
  private final LocalVariable object;
  private int mentions;
  private int harmless;

  private PrivateObject(ControlFlowGraph graph, Knowledge knowledge, LocalVariable object) {
    this.graph = graph;
    this.knowledge = knowledge;
    this.object = object;
  }

  static boolean isPrivate(Expr.Call made, ControlFlowGraph graph, Knowledge knowledge) {
    Optional<LocalVariable> object = holder(made, graph);
    if (object.isEmpty() || object.get().isParameter() || object.get().isStatic()) {
      return false;
    }
    PrivateObject uses = new PrivateObject(graph, knowledge, object.get());
    for (BasicBlock block : graph.blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction instanceof Instruction.Unread) {
          return false;
        }
        uses.walk(instruction);
        if (instruction instanceof Instruction.Evaluate evaluate) {
          uses.allow(evaluate.expression());
        }
      }
    }
    return uses.mentions == uses.harmless;
  }

  /** The variable that the result of a call is put in. */
  private static Optional<LocalVariable> holder(Expr.Call made, ControlFlowGraph graph) {
    for (BasicBlock block : graph.blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction instanceof Instruction.Initialize initialize
            && initialize.value().equals(made)) {
          return Optional.of(initialize.variable());
        }
        if (instruction instanceof Instruction.Evaluate evaluate
            && evaluate.expression() instanceof Expr.Assign assign
            && assign.value().equals(made)
            && assign.target() instanceof Expr.Name name) {
          return graph.variable(name);
        }
      }
    }
    return Optional.empty();
  }

  @Override
  protected void onName(Expr.Name name) {
    mentions += isObject(name) ? 1 : 0;
  }

  @Override
  protected void onAssign(Expr.Assign assign) {
    allow(assign.target() instanceof Expr.Member member ? member.base() : assign.target());
  }

  @Override
  protected void onCall(Expr.Call call) {
    if (call.calledName().flatMap(name -> knowledge.source(name.text())).isPresent()) {
      call.arguments().forEach(this::allowMapping);
    }
  }

  private void allowMapping(Expr mapping) {
    if (mapping instanceof Expr.Conditional conditional) {
      conditional.whenTrue().ifPresent(this::allowMapping);
      allowMapping(conditional.whenFalse());
      return;
    }
    Expr read =
        mapping instanceof Expr.Unary unary && unary.operator() == UnaryOperator.ADDRESS
            ? unary.operand()
            : mapping;
    if (read instanceof Expr.Member member) {
      allow(member.base());
    }
  }

  private void allow(Expr use) {
    if (use instanceof Expr.Unary unary && unary.operator() == UnaryOperator.NOT) {
      allow(unary.operand());
    } else if (use instanceof Expr.Name name && isObject(name)) {
      harmless++;
    }
  }

  private boolean isObject(Expr.Name name) {
    return graph.variable(name).filter(object::equals).isPresent();
  }
}
