package org.gfpaudit.analyzer.lower;

import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.Stmt;

/** What a basic block is made of. Expressions keep their tree; calls inside them are not split. */
public sealed interface Instruction {

  /** Evaluates an expression for its effects, or as the condition a block ends with. */
  record Evaluate(Expr expression) implements Instruction {}

  /** Sets a variable at its declaration, or the value of a statement expression. */
  record Initialize(LocalVariable variable, Expr value) implements Instruction {}

  /** Leaves a variable with a value nobody here knows: the head of an iterator macro. */
  record Clobber(LocalVariable variable, Expr head) implements Instruction {}

  /** {@code return value}. */
  record Return(Expr value) implements Instruction {}

  /** Text the grammar could not read; its effect is unknown. */
  record Unread(Stmt.Unread statement) implements Instruction {}
}
