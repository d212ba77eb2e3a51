package org.gfpaudit.analyzer.solver;

import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.Instruction;

/**
 * A forward data-flow problem: a lattice of states and a transfer function. States are immutable.
 *
 * @param <S> the lattice's elements; unreachable code has no state
 */
public interface FlowProblem<S> {

  /** The state before the first instruction. */
  S entryState();

  /**
   * The least upper bound of two states. Must be idempotent, commutative and associative, and is
   * cheapest for all where it gives {@code left} itself if {@code right} adds nothing to it.
   */
  S join(S left, S right);

  /** Like {@link #join}, and such that no chain of widenings grows for ever. */
  S widen(S before, S after);

  /**
   * The state on the way from {@code block} to its successor of that number, 0-based. What is known
   * there besides can be added: the condition of the block is true on the way to the first of two
   * successors, and false on the way to the second.
   */
  default S onEdge(S state, BasicBlock block, int successor) {
    return state;
  }

  /** The transfer function: the state after {@code instruction}. Must be monotone. */
  S apply(S state, Instruction instruction);

  /**
   * Whether the instruction can change some state; asked once for each. One that cannot is not
   * applied while the fixpoint is sought: most of a function has nothing to do with a problem.
   */
  default boolean matters(Instruction instruction) {
    return true;
  }
}
