package org.gfpaudit.analyzer.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.grammar.ast.Expr;

/** Blocks under construction: appends instructions, wires jumps, resolves labels at the end. */
final class GraphBuilder {
  private final List<List<Instruction>> instructions = new ArrayList<>();
  private final List<List<Integer>> successors = new ArrayList<>();
  private final Map<String, Integer> labels = new HashMap<>();
  private final Map<Integer, Expr> conditions = new HashMap<>();
  private final Map<Integer, List<Expr>> guards = new HashMap<>();
  // What is to be cleaned up in each block; absent for one that nothing goes on in.
  private final Map<Integer, List<Cleanup>> heldIn = new HashMap<>();
  private List<Cleanup> held = List.of();
  private int current;

  GraphBuilder() {
    continueIn(newBlock());
  }

  int newBlock() {
    instructions.add(new ArrayList<>());
    successors.add(new ArrayList<>());
    return instructions.size() - 1;
  }

  int current() {
    return current;
  }

  /** Goes on in {@code block}; what falls out of the block before is not wired. */
  void continueIn(int block) {
    current = block;
    heldIn.putIfAbsent(block, held);
  }

  void append(Instruction instruction) {
    instructions.get(current).add(instruction);
  }

  void jump(int from, int to) {
    List<Integer> targets = successors.get(from);
    if (!targets.contains(to)) {
      targets.add(to);
    }
  }

  /** Says that {@code condition} decides between the first and the second jump of the block. */
  void decide(int block, Expr condition) {
    conditions.put(block, condition);
  }

  /** Says under which condition each of the jumps of a block is taken, in their order. */
  void guard(int block, List<Expr> each) {
    guards.put(block, List.copyOf(each));
  }

  /** Ends the current block with a jump to {@code block} and goes on there. */
  void fallInto(int block) {
    jump(current, block);
    continueIn(block);
  }

  /**
   * Ends the current block with a jump to {@code block}; what follows is unreachable by falling.
   */
  void leaveFor(int block) {
    jump(current, block);
    continueIn(newBlock());
  }

  /** What stands behind it is not done on the way to any of the labels. */
  void mayLeaveFor(List<String> labels) {
    if (!labels.isEmpty()) {
      int behind = newBlock();
      labels.forEach(label -> jump(current, labelled(label)));
      jump(current, behind);
      continueIn(behind);
    }
  }

  /** What is to be cleaned up here, in the order of its declaration. */
  List<Cleanup> held() {
    return held;
  }

  /** Goes on with one thing more to be cleaned up. */
  void hold(Cleanup cleanup) {
    List<Cleanup> more = new ArrayList<>(held);
    more.add(cleanup);
    held = List.copyOf(more);
    fallInto(newBlock());
  }

  /** Goes on with what was to be cleaned up before a block, which ends here. */
  void holdOnly(List<Cleanup> before) {
    if (before.size() < held.size()) {
      held = before;
      fallInto(newBlock());
    }
  }

  /** The block of a label, made at its first mention, be that the label or a {@code goto}. */
  int labelled(String label) {
    Integer block = labels.get(label);
    if (block == null) {
      block = newBlock();
      labels.put(label, block);
    }
    return block;
  }

  /** Every label seen so far: where a computed {@code goto} may go. */
  List<Integer> labelledBlocks() {
    return labels.values().stream().sorted().toList();
  }

  /** The finished blocks, with a new empty exit block at the end, which {@code exit} jumps to. */
  List<BasicBlock> build(int exit) {
    int last = newBlock();
    jump(exit, last);
    List<BasicBlock> blocks = new ArrayList<>(instructions.size());
    for (int i = 0; i < instructions.size(); i++) {
      int[] targets = successors.get(i).stream().mapToInt(Integer::intValue).toArray();
      Optional<Expr> condition =
          targets.length == 2 ? Optional.ofNullable(conditions.get(i)) : Optional.empty();
      List<Cleanup> cleanups = heldIn.getOrDefault(i, List.of());
      List<Expr> each = guards.getOrDefault(i, List.of());
      blocks.add(
          new BasicBlock(
              List.copyOf(instructions.get(i)),
              targets,
              condition,
              each.size() == targets.length ? each : List.of(),
              cleanups));
    }
    return List.copyOf(blocks);
  }
}
