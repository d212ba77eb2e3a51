package org.gfpaudit.analyzer.lower;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.gfpaudit.grammar.ast.BinaryOperator;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.UnaryOperator;

/**
 * What holds at the blocks of a graph: the branches that every way from the entry there takes. Most
 * calls are never come to, so it is found when somebody asks. Safe for several threads.
 */
public final class Conditions {
  private final ControlFlowGraph graph;
  private final Predicate<Expr> isOfInterest;
  private volatile List<List<Known>> known = List.of();

  /** A condition that was true, or was not, on every way. */
  public record Known(Expr condition, boolean truth) {}

  /**
   * @param isOfInterest which conditions matter
   */
  public Conditions(ControlFlowGraph graph, Predicate<Expr> isOfInterest) {
    this.graph = graph;
    this.isOfInterest = isOfInterest;
  }

  private List<List<Known>> find() {
    List<BasicBlock> blocks = graph.blocks();
    List<List<Known>> found = new ArrayList<>();
    blocks.forEach(block -> found.add(new ArrayList<>()));
    for (int from = 0; from < blocks.size(); from++) {
      BasicBlock block = blocks.get(from);
      if (block.condition().isPresent()
          && block.successors().length == 2
          && block.successors()[0] != block.successors()[1]
          && isOfInterest.test(block.condition().get())) {
        for (int way = 0; way < 2; way++) {
          int taken = way;
          add(found, from, i -> i != taken, new Known(block.condition().get(), way == 0));
        }
      }
      for (int way = 0; way < block.guards().size(); way++) {
        int taken = way;
        Expr guard = block.guards().get(way);
        if (isOfInterest.test(guard)) {
          add(found, from, i -> i != taken, new Known(guard, true));
          add(found, from, i -> i == taken, new Known(guard, false));
        }
      }
    }
    return found;
  }

  /** Adds what holds to the blocks that cannot be reached where a block is left some ways only. */
  private void add(List<List<Known>> found, int from, IntPredicate ways, Known holds) {
    List<BasicBlock> blocks = graph.blocks();
    BitSet reached = new BitSet(blocks.size());
    Deque<Integer> pending = new ArrayDeque<>(List.of(0));
    reached.set(0);
    while (!pending.isEmpty()) {
      int at = pending.poll();
      int[] successors = blocks.get(at).successors();
      for (int i = 0; i < successors.length; i++) {
        if ((at != from || ways.test(i)) && !reached.get(successors[i])) {
          reached.set(successors[i]);
          pending.add(successors[i]);
        }
      }
    }
    for (int i = reached.nextClearBit(0); i < blocks.size(); i = reached.nextClearBit(i + 1)) {
      found.get(i).add(holds);
    }
  }

  /**
   * Whether something follows from a condition that is true, or is not.
   *
   * @param leaf whether it follows from an operand that is no negation, conjunction or disjunction
   */
  public static boolean says(Expr condition, boolean truth, BiPredicate<Expr, Boolean> leaf) {
    if (condition instanceof Expr.Unary unary && unary.operator() == UnaryOperator.NOT) {
      return says(unary.operand(), !truth, leaf);
    }
    if (condition instanceof Expr.Binary binary
        && (binary.operator() == BinaryOperator.AND_THEN
            || binary.operator() == BinaryOperator.OR_ELSE)) {
      boolean isLeft = says(binary.left(), truth, leaf);
      boolean isRight = says(binary.right(), truth, leaf);
      boolean areBoth = truth == (binary.operator() == BinaryOperator.AND_THEN);
      return areBoth ? isLeft || isRight : isLeft && isRight;
    }
    return leaf.test(condition, truth);
  }

  /** What holds at a block, in the order of the text. */
  public List<Known> at(int block) {
    List<List<Known>> all = known;
    if (all.isEmpty()) {
      all = find();
      known = all;
    }
    return all.get(block);
  }
}
