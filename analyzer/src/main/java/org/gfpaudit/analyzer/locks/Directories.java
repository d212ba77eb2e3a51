package org.gfpaudit.analyzer.locks;

import java.util.Optional;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.rules.knowledge.ReclaimWord;

/**
 * Which inodes are certainly directories: the parents of dentries, and those that are locked
 * somewhere in the function as the kernel locks a parent. Safe for several threads.
 */
final class Directories {
  private static final int MAX_DEPTH = 4;

  private final Model model;

  Directories(Model model) {
    this.model = model;
  }

  /** Whether an expression leads to a directory. */
  boolean isDirectory(Expr inode, ControlFlowGraph graph, Entity entity) {
    return leads(inode, graph, 0) || isLockedAsParent(inode, graph, entity);
  }

  private boolean leads(Expr inode, ControlFlowGraph graph, int depth) {
    if (mentions(inode)) {
      return true;
    }
    Optional<LocalVariable> local =
        inode instanceof Expr.Name name ? graph.variable(name) : Optional.empty();
    return depth < MAX_DEPTH
        && local
            .filter(variable -> !variable.isParameter())
            .flatMap(variable -> LockNames.onlyValue(variable, graph))
            .filter(value -> leads(value, graph, depth + 1))
            .isPresent();
  }

  private boolean isLockedAsParent(Expr inode, ControlFlowGraph graph, Entity entity) {
    boolean[] isFound = new boolean[1];
    String text = text(inode, entity);
    new ExprWalker() {
      @Override
      protected void onCall(Expr.Call call) {
        isFound[0] |=
            call.arguments().size() > 1
                && text(call.arguments().get(0), entity).equals(text)
                && call.arguments().stream().skip(1).anyMatch(Directories.this::mentions);
      }
    }.walk(graph);
    return isFound[0];
  }

  private String text(Expr value, Entity entity) {
    return model.program().textOf(entity).textOnOneLine(value.span());
  }

  private boolean mentions(Expr value) {
    boolean[] isFound = new boolean[1];
    new ExprWalker() {
      @Override
      protected void onName(Expr.Name name) {
        isFound[0] |= is(name.text());
      }

      @Override
      protected void onAccess(Expr accessed) {
        isFound[0] |= accessed instanceof Expr.Member member && is(member.field());
      }
    }.walk(value);
    return isFound[0];
  }

  private boolean is(String word) {
    return model.knowledge().reclaim().is(ReclaimWord.Kind.DIRECTORY, word);
  }
}
