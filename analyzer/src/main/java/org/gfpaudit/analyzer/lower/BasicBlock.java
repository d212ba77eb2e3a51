package org.gfpaudit.analyzer.lower;

import java.util.List;

/**
 * A run of instructions without a jump inside.
 *
 * @param instructions in the order they run
 * @param successors indices of the blocks that may follow; empty for the exit and for dead ends
 */
public record BasicBlock(List<Instruction> instructions, int[] successors) {}
