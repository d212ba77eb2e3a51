package org.gfpaudit.analyzer.lower;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.grammar.ast.Expr;

/**
 * The control-flow graph of one configuration of a function or macro.
 *
 * @param parameters in order
 * @param blocks block 0 is the entry and the last block the exit, which is empty; the order of the
 *     others is that of the text
 * @param names which variable a name means, by the byte offset of the name's token; a name that is
 *     missing is global
 * @param statementValues the variable that holds a statement expression's value, by the byte offset
 *     of its opening parenthesis
 */
public record ControlFlowGraph(
    List<LocalVariable> parameters,
    List<BasicBlock> blocks,
    Map<Integer, LocalVariable> names,
    Map<Integer, LocalVariable> statementValues) {

  public int exit() {
    return blocks.size() - 1;
  }

  /** The local variable or parameter that {@code name} means, or empty where it is global. */
  public Optional<LocalVariable> variable(Expr.Name name) {
    return Optional.ofNullable(names.get(name.span().start()));
  }

  /** The variable that holds the value of a statement expression. */
  public Optional<LocalVariable> value(Expr.StatementExpr expression) {
    return Optional.ofNullable(statementValues.get(expression.span().start()));
  }
}
