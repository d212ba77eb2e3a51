package org.gfpaudit.analyzer.lower;

import java.util.List;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.ExprVisitor;

/**
 * Walks an expression in the order of its evaluation, operands before operators as far as C fixes
 * it and left to right where it does not. Statements inside an expression are not entered: the
 * {@code on...} methods for them decide.
 */
public abstract class ExprWalker implements ExprVisitor<Void> {

  public final void walk(Expr expression) {
    expression.accept(this);
  }

  /** Walks what an instruction evaluates. */
  public final void walk(Instruction instruction) {
    if (instruction instanceof Instruction.Evaluate evaluate) {
      walk(evaluate.expression());
    } else if (instruction instanceof Instruction.Initialize initialize) {
      walk(initialize.value());
    } else if (instruction instanceof Instruction.Return result) {
      walk(result.value());
    }
  }

  /** Walks what a graph evaluates, block by block in their order. */
  public final void walk(ControlFlowGraph graph) {
    graph.blocks().forEach(block -> block.instructions().forEach(this::walk));
  }

  private void walk(List<Expr> expressions) {
    for (Expr expression : expressions) {
      walk(expression);
    }
  }

  /** Called at each name that is used as a value or called. */
  protected void onName(Expr.Name name) {}

  /** Called after the parts of a call were walked. */
  protected void onCall(Expr.Call call) {}

  /** Called after both sides of an assignment were walked. */
  protected void onAssign(Expr.Assign assign) {}

  /** Called after the operand of {@code ++} or {@code --} was walked. */
  protected void onIncrement(Expr operand) {}

  /** Called after what stands behind {@code &} was walked. */
  protected void onAddress(Expr operand) {}

  /** Called after the parts of a member, an element, or what a pointer points to were walked. */
  protected void onAccess(Expr accessed) {}

  /** Called after the condition of {@code ?:} was walked, and before what is chosen from. */
  protected void onConditional(Expr.Conditional conditional) {}

  /** Called at text that the grammar could not read. */
  protected void onOpaque(Expr.Opaque opaque) {}

  /** Called after the initialisers of a compound literal were walked. */
  protected void onCompoundLiteral(Expr.CompoundLiteral literal) {}

  /**
   * Walks a part that is evaluated on some ways only, as what stands behind {@code &&}. A walker
   * that carries a state along joins what holds before and after the part.
   */
  protected void optionally(Runnable part) {
    part.run();
  }

  /** Walks two parts of which one is evaluated, those of {@code ?:}. */
  protected void either(Runnable whenTrue, Runnable whenFalse) {
    whenTrue.run();
    whenFalse.run();
  }

  protected void onStatementExpr(Expr.StatementExpr statement) {}

  protected void onStatementArgument(Expr.StatementArgument argument) {}

  @Override
  public final Void visitName(Expr.Name name) {
    onName(name);
    return null;
  }

  @Override
  public final Void visitLiteral(Expr.Literal literal) {
    return null;
  }

  @Override
  public final Void visitUnary(Expr.Unary unary) {
    walk(unary.operand());
    switch (unary.operator()) {
      case INCREMENT, DECREMENT -> onIncrement(unary.operand());
      case DEREFERENCE -> onAccess(unary);
      case ADDRESS -> onAddress(unary.operand());
      default -> {}
    }
    return null;
  }

  @Override
  public final Void visitPostfix(Expr.Postfix postfix) {
    walk(postfix.operand());
    onIncrement(postfix.operand());
    return null;
  }

  @Override
  public final Void visitBinary(Expr.Binary binary) {
    walk(binary.left());
    switch (binary.operator()) {
      case AND_THEN, OR_ELSE -> optionally(() -> walk(binary.right()));
      default -> walk(binary.right());
    }
    return null;
  }

  @Override
  public final Void visitAssign(Expr.Assign assign) {
    walk(assign.target());
    walk(assign.value());
    onAssign(assign);
    return null;
  }

  @Override
  public final Void visitConditional(Expr.Conditional conditional) {
    walk(conditional.condition());
    onConditional(conditional);
    if (conditional.whenTrue().isPresent()) {
      either(() -> walk(conditional.whenTrue().get()), () -> walk(conditional.whenFalse()));
    } else {
      optionally(() -> walk(conditional.whenFalse()));
    }
    return null;
  }

  @Override
  public final Void visitComma(Expr.Comma comma) {
    walk(comma.parts());
    return null;
  }

  @Override
  public final Void visitCast(Expr.Cast cast) {
    walk(cast.operand());
    return null;
  }

  @Override
  public final Void visitCompoundLiteral(Expr.CompoundLiteral literal) {
    walk(literal.initializer());
    onCompoundLiteral(literal);
    return null;
  }

  @Override
  public final Void visitCall(Expr.Call call) {
    walk(call.callee());
    walk(call.arguments());
    onCall(call);
    return null;
  }

  @Override
  public final Void visitIndex(Expr.Index index) {
    walk(index.array());
    walk(index.subscript());
    onAccess(index);
    return null;
  }

  @Override
  public final Void visitMember(Expr.Member member) {
    walk(member.base());
    onAccess(member);
    return null;
  }

  @Override
  public final Void visitStatementExpr(Expr.StatementExpr statement) {
    onStatementExpr(statement);
    return null;
  }

  @Override
  public final Void visitTypeOperator(Expr.TypeOperator operator) {
    // The operands of sizeof and typeof are not evaluated.
    return null;
  }

  @Override
  public final Void visitGeneric(Expr.Generic generic) {
    walk(generic.selector());
    generic.associations().forEach(association -> walk(association.value()));
    return null;
  }

  @Override
  public final Void visitInitList(Expr.InitList list) {
    list.entries().forEach(entry -> walk(entry.value()));
    return null;
  }

  @Override
  public final Void visitTypeArgument(Expr.TypeArgument argument) {
    return null;
  }

  @Override
  public final Void visitStatementArgument(Expr.StatementArgument argument) {
    onStatementArgument(argument);
    return null;
  }

  @Override
  public final Void visitOpaque(Expr.Opaque opaque) {
    onOpaque(opaque);
    return null;
  }
}
