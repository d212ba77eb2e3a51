package org.gfpaudit.analyzer.locks;

import org.gfpaudit.analyzer.lower.Conditions;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.ast.BinaryOperator;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.rules.knowledge.Idiom;
import org.gfpaudit.rules.knowledge.ReclaimWord;

/**
 * Which calls are only made with an inode that was found new: a test of its flag stands in front of
 * them on every way. Safe for several threads.
 */
final class NewInodes {
  private final Model model;

  NewInodes(Model model) {
    this.model = model;
  }

  /** Whether a value is that of a function that finds an inode, or makes it where nobody has. */
  boolean isFound(Expr value) {
    return value instanceof Expr.Call call
        && call.calledName()
            .filter(name -> is(ReclaimWord.Kind.FINDS_INODE, name.text()))
            .isPresent();
  }

  /** Whether the flag of an inode was seen to be set before a call is made. */
  boolean isTested(LocalVariable inode, Expr.Call call, ControlFlowGraph graph) {
    Conditions conditions =
        new Conditions(
            graph, each -> saysNew(each, true, inode, graph) || saysNew(each, false, inode, graph));
    for (int block = 0; block < graph.blocks().size(); block++) {
      for (Instruction instruction : graph.blocks().get(block).instructions()) {
        if (Backwards.holds(instruction, call)) {
          return conditions.at(block).stream()
              .anyMatch(known -> saysNew(known.condition(), known.truth(), inode, graph));
        }
      }
    }
    return false;
  }

  private boolean saysNew(
      Expr condition, boolean truth, LocalVariable inode, ControlFlowGraph graph) {
    return Conditions.says(
        condition, truth, (leaf, isTrue) -> isFlagTest(leaf, isTrue, inode, graph));
  }

  /** {@code inode->i_state & I_NEW}, or with what reads that field. */
  private boolean isFlagTest(
      Expr leaf, boolean truth, LocalVariable inode, ControlFlowGraph graph) {
    if (leaf instanceof Expr.Call call && call.arguments().size() == 1) {
      return call.calledName()
              .filter(name -> model.knowledge().isIdiom(Idiom.Kind.CONDITION, name.text()))
              .isPresent()
          && saysNew(call.arguments().get(0), truth, inode, graph);
    }
    return truth
        && leaf instanceof Expr.Binary binary
        && binary.operator() == BinaryOperator.BIT_AND
        && binary.right() instanceof Expr.Name flag
        && is(ReclaimWord.Kind.NEW_FLAG, flag.text())
        && isOf(binary.left(), inode, graph);
  }

  private static boolean isOf(Expr state, LocalVariable inode, ControlFlowGraph graph) {
    Expr base =
        state instanceof Expr.Member member
            ? member.base()
            : state instanceof Expr.Call call && call.arguments().size() == 1
                ? call.arguments().get(0)
                : state;
    return base instanceof Expr.Name name && graph.variable(name).filter(inode::equals).isPresent();
  }

  private boolean is(ReclaimWord.Kind kind, String name) {
    return model.knowledge().reclaim().is(kind, name);
  }
}
