package org.gfpaudit.analyzer.lower;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.grammar.ast.Expr;

/**
 * A run of instructions without a jump inside.
 *
 * @param instructions in the order they run
 * @param successors indices of the blocks that may follow; empty for the exit and for dead ends
 * @param condition of a block with two successors that is left for the first where this is true and
 *     for the second where it is not; absent where something else decides
 * @param guards of a block that a {@code switch} over a variable ends, for each successor the
 *     condition under which it is the next; otherwise none
 * @param held what is to be cleaned up where control leaves for a block that does not hold it
 */
public record BasicBlock(
    List<Instruction> instructions,
    int[] successors,
    Optional<Expr> condition,
    List<Expr> guards,
    List<Cleanup> held) {

  /** A block that nothing known decides the way out of. */
  public BasicBlock(List<Instruction> instructions, int[] successors) {
    this(instructions, successors, Optional.empty(), List.of(), List.of());
  }

  /** What is cleaned up on the way to a block, in the order in which that is done. */
  public List<Cleanup> cleanedUpBefore(BasicBlock next) {
    if (held.isEmpty() || held.equals(next.held)) {
      return List.of();
    }
    List<Cleanup> ended = new ArrayList<>(held);
    ended.removeAll(next.held);
    Collections.reverse(ended);
    return ended;
  }
}
