package org.gfpaudit.analyzer.lower;

import org.gfpaudit.grammar.ast.Stmt;

/** Statements behind which nothing else of their block runs. */
public final class Jumps {
  private Jumps() {}

  /** Whether a statement is a jump, or a block that ends in one. */
  public static boolean leaves(Stmt statement) {
    if (statement instanceof Stmt.Block block) {
      return !block.statements().isEmpty()
          && leaves(block.statements().get(block.statements().size() - 1));
    }
    return statement instanceof Stmt.Return
        || statement instanceof Stmt.Goto
        || statement instanceof Stmt.Break
        || statement instanceof Stmt.Continue;
  }
}
