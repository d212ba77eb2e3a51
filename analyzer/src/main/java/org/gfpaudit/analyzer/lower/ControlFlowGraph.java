package org.gfpaudit.analyzer.lower;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
 * @param feasible finds the ways through the blocks that can be gone
 */
public record ControlFlowGraph(
    List<LocalVariable> parameters,
    List<BasicBlock> blocks,
    Map<Integer, LocalVariable> names,
    Map<Integer, LocalVariable> statementValues,
    Supplier<FeasibleWays> feasible) {

  /** A graph in which every way can be gone. */
  public ControlFlowGraph(
      List<LocalVariable> parameters,
      List<BasicBlock> blocks,
      Map<Integer, LocalVariable> names,
      Map<Integer, LocalVariable> statementValues) {
    this(parameters, blocks, names, statementValues, () -> FeasibleWays.all(blocks));
  }

  /** Whether some way that can be gone comes to the end. */
  public boolean reachesExit() {
    return ways().reaches(exit());
  }

  /** Whether some way comes to a block where callers hand in such constants. */
  public boolean reaches(int block, HandedIn handedIn) {
    return FeasibleWays.of(blocks, names, KnownCalls.NONE, handedIn).reaches(block);
  }

  public int exit() {
    return blocks.size() - 1;
  }

  /** The ways through the blocks that can be gone. */
  public FeasibleWays ways() {
    return feasible.get();
  }

  /** This graph with the ways that its own conditions allow, whatever its callers hand in. */
  public ControlFlowGraph withOwnWays() {
    return new ControlFlowGraph(
        parameters,
        blocks,
        names,
        statementValues,
        new LazyWays(blocks, names, KnownCalls.NONE, HandedIn.ANYTHING));
  }

  /** This graph with every way in it, those among them that no condition allows. */
  public ControlFlowGraph withEveryWay() {
    return new ControlFlowGraph(parameters, blocks, names, statementValues);
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
